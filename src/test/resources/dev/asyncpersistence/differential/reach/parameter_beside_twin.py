# Awaits: none
"""A parameter that is given the async layer of another database: the function copies between the two."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer, get_async_persistence


async def show(db: PersistenceLayer, other: AsyncPersistenceLayer):
    print(db.gold("ann"), db.names(), await other.gold("bob"))


async def main():
    await show(PersistenceLayer("archive"), get_async_persistence())


asyncio.run(main())
