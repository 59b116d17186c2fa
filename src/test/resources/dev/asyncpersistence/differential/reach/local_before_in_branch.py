# Awaits: async_p.gold
# After: async_p = get_async_persistence()
"""The local variable that holds the async layer is bound in one of two branches."""
import asyncio

from pair import get_async_persistence, get_persistence


async def show(key):
    p = get_persistence()
    if key == "ann":
        layer2 = get_async_persistence()
        print(await layer2.load(key))
    print(p.gold(key), p.names())


async def main():
    await show("ann")
    await show("bob")


asyncio.run(main())
