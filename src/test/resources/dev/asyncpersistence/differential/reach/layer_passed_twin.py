# Awaits: none
# After: bank = Bank(box.persistence)
"""The constructor is given another object's layer, which has another database's async one beside it."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("main")


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
