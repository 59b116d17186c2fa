# Awaits: self.async_persistence.gold, self.async_archive.gold
"""Two pairs of layers, each with its database."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Bank:
    def __init__(self):
        self.persistence = PersistenceLayer("main")
        self.archive = PersistenceLayer("archive")
        self.async_archive = AsyncPersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("main")

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())
        print(self.archive.gold("ann"), self.archive.names())


asyncio.run(Bank().run())
