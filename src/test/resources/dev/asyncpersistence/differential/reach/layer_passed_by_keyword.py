# Awaits: self.async_db.gold
# After: bank = Bank(db=box.persistence, key="bob", async_db=box.async_persistence)
"""The layer is passed by keyword."""
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


async def main():
    box = Box()
    bank = Bank(db=box.persistence, key="bob")
    await bank.run()


asyncio.run(main())
