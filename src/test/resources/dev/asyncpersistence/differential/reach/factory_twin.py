# Awaits: none
"""The class is handed over by reference: who calls it with which layer can't be seen."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


kinds = {"bank": Bank}


def make(kind, box: Box):
    return kinds[kind](box.persistence)


asyncio.run(make("bank", Box()).run())
