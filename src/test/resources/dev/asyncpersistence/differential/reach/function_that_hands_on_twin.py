# Awaits: async_db.load
# After: async def show(db, key):
# After: await greet(box.persistence, "bob", async_db=box.async_persistence)
"""A function hands its layer on to one that others give a layer made in place."""
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
    await show(PersistenceLayer("other"), "ann")


asyncio.run(main())
