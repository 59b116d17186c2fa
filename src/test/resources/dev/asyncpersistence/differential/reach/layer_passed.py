# Awaits: self.async_db.gold
# After: bank = Bank(box.persistence, async_db=box.async_persistence)
"""The constructor is given another object's layer, which has the async one beside it."""
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


async def main():
    box = Box()
    bank = Bank(box.persistence)
    await bank.run()


asyncio.run(main())
