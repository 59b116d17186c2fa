# Awaits: async_db.gold
"""A parameter that every caller gives the async layer of the same database."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer, get_async_persistence, get_persistence


async def show(db: PersistenceLayer, async_db: AsyncPersistenceLayer):
    print(db.gold("ann"), db.names(), await async_db.gold("bob"))


async def main():
    await show(get_persistence(), get_async_persistence())


asyncio.run(main())
