# Awaits: none
"""The module has something else under the name that the async layer would get."""
import asyncio

from pair import get_persistence

persistence = get_persistence()
async_persistence = "a text"


async def main():
    print(persistence.gold("ann"), persistence.names(), async_persistence)


asyncio.run(main())
