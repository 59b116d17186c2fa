# Awaits: async_p.gold
# After: async_p = get_async_persistence()
"""A coroutine inside another one uses the variable of that."""
import asyncio

from pair import get_persistence


async def main():
    p = get_persistence()

    async def show(key):
        print(p.gold(key), p.names())

    await show("ann")
    await show("bob")


asyncio.run(main())
