# Awaits: async_p.gold
# After: async_p = get_async_persistence()
"""Another function has a local variable of the name that the async layer gets."""
import asyncio

from pair import get_persistence


def text():
    async_p = "a text"
    return async_p


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names(), text())


asyncio.run(main())
