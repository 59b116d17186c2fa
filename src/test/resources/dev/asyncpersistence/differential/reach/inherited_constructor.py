# Awaits: self.async_db.gold
# After: bank = Bank(box.persistence, async_db=box.async_persistence)
"""A derived class without a constructor of its own."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Base:
    def __init__(self, db):
        self.db = db


class Bank(Base):
    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    box = Box()
    bank = Bank(box.persistence)
    await bank.run()


asyncio.run(main())
