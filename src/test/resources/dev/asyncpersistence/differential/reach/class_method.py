# Awaits: self.async_db.gold
# After: return cls(box.persistence, async_db=box.async_persistence)
"""A class method makes the object."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @classmethod
    def of(cls, box: Box):
        return cls(box.persistence)

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank.of(Box()).run())
