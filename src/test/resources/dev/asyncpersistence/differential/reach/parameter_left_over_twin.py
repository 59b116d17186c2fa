# Awaits: self.async_db.gold
# After: def __init__(self, db: PersistenceLayer, key, async_db: "AsyncPersistenceLayer | None" = None):
# After: bank = Bank(box.persistence, "bob", async_db=box.async_persistence)
"""The constructor uses its parameter for something else, too."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, db: PersistenceLayer, key):
        self.db = db
        self.key = key
        self.known = sorted(db.rows)

    async def run(self):
        print(self.db.gold(self.key), self.known)


async def main():
    box = Box()
    bank = Bank(box.persistence, "bob")
    await bank.run()


asyncio.run(main())
