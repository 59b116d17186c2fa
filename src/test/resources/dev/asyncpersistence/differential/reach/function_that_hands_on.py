# Awaits: async_db.gold, async_db.load
# After: await show(db, key, async_db=async_db)
# After: await greet(box.persistence, "bob", async_db=box.async_persistence)
"""A function hands its layer on to another one."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


async def show(db, key):
    print(db.gold(key), db.names())


async def greet(db, key):
    print(db.load(key)["name"])
    await show(db, key)


async def main():
    box = Box()
    await greet(box.persistence, "bob")


asyncio.run(main())
