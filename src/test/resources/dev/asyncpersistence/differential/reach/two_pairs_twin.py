# Awaits: self.async_archive.gold, self.async_persistence.gold
"""Two pairs of layers whose names say the opposite of what they hold: how they are made tells."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Bank:
    def __init__(self):
        self.persistence = PersistenceLayer("main")
        self.archive = PersistenceLayer("archive")
        self.async_archive = AsyncPersistenceLayer("main")
        self.async_persistence = AsyncPersistenceLayer("archive")

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())
        print(self.archive.gold("ann"), self.archive.names())


asyncio.run(Bank().run())
