# Awaits: self.async_db.gold
# After: return Bank(box.persistence, async_db=box.async_persistence)
"""A function makes the object."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, db):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


def make(box: Box):
    return Bank(box.persistence)


asyncio.run(make(Box()).run())
