# Awaits: self.box.async_persistence.gold
"""A property gives the layer of another object, which has the async one, too."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, box: Box):
        self.box = box

    @property
    def persistence(self):
        return self.box.persistence

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank(Box()).run())
