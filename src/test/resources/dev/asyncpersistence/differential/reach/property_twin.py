# Awaits: none
"""A property gives the layer of one of two databases."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, box: Box):
        self.box = box
        self.old = True

    @property
    def persistence(self):
        return self.box.persistence if self.old else PersistenceLayer("main")

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())
        self.old = False
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank(Box()).run())
