# Awaits: async_db.gold
# After: async def show(db, key, async_db=None):
# After: await show(box.persistence, "bob", async_db=box.async_persistence)
"""A function is given another object's layer, which has the async one beside it."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


async def show(db, key):
    print(db.gold(key), db.names())


async def main():
    box = Box()
    await show(box.persistence, "bob")


asyncio.run(main())
