# Awaits: self.async_db.gold
# After: asyncio.run(Bank(box.get_persistence(), async_db=box.get_async_persistence()).run())
"""A method of the accessor's name gives another object's layer: it has to be passed."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer, get_persistence


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")

    def get_persistence(self) -> PersistenceLayer:
        return self.persistence

    def get_async_persistence(self) -> AsyncPersistenceLayer:
        return self.async_persistence


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


box = Box()
asyncio.run(Bank(box.get_persistence()).run())
asyncio.run(Bank(get_persistence()).run())
