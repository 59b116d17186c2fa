# Awaits: none
"""A local variable has the name that the async layer would get."""
import asyncio

from pair import get_persistence


async def main():
    async_p = "a text"
    p = get_persistence()
    print(p.gold("ann"), p.names(), async_p)


asyncio.run(main())
