# Awaits: none
"""The variable that the inner coroutine uses holds another database's layer when that runs."""
import asyncio

from pair import PersistenceLayer, get_persistence


async def main():
    p = get_persistence()

    async def show(key):
        print(p.gold(key), p.names())

    await show("ann")
    p = PersistenceLayer("archive")
    await show("bob")


asyncio.run(main())
