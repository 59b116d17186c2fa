# Awaits: none
# After: async def show(db, key):
"""One of a function's callers gives it a layer that is made in place."""
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
    await show(PersistenceLayer("other"), "ann")


asyncio.run(main())
