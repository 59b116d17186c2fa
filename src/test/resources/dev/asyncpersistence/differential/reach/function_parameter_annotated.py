# Awaits: async_db.gold
# After: async def show(db: PersistenceLayer, key: str, async_db: "AsyncPersistenceLayer | None" = None) -> None:
"""A function is given what the accessor gives."""
import asyncio

from pair import PersistenceLayer, get_persistence


async def show(db: PersistenceLayer, key: str) -> None:
    print(db.gold(key), db.names())


async def main():
    await show(get_persistence(), "bob")


asyncio.run(main())
