# Awaits: none
"""The layer is passed in a dictionary of keywords."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, key, db: PersistenceLayer):
        self.db = db
        self.key = key

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


def make(**options):
    return Bank(**options)


async def main():
    box = Box()
    await make(db=box.persistence, key="bob").run()


asyncio.run(main())
