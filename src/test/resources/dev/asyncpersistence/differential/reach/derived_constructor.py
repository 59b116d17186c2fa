# Awaits: self.async_db.gold
# After: def __init__(self, db, async_db=None):
# After: def __init__(self, db, key, async_db=None):
# After: super().__init__(db, async_db=async_db)
# After: bank = Bank(box.persistence, "bob", async_db=box.async_persistence)
"""A derived class hands the layer on to its base."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Base:
    def __init__(self, db):
        self.db = db

    async def show(self, key):
        print(self.db.gold(key), self.db.names())


class Bank(Base):
    def __init__(self, db, key):
        super().__init__(db)
        self.key = key

    async def run(self):
        await self.show(self.key)


async def main():
    box = Box()
    bank = Bank(box.persistence, "bob")
    await bank.run()


asyncio.run(main())
