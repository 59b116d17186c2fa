# Awaits: self.async_db.gold
# After: def __init__(self, key, async_db: "AsyncPersistenceLayer | None" = None):
# After: bank = Bank("bob", async_db=box.async_persistence)
# Gone: self.db
# Gone: Bank(box.persistence
"""A constructor's parameter that nothing uses any more goes, from the calls as well."""
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

    async def run(self):
        print(self.db.gold(self.key))


async def main():
    box = Box()
    bank = Bank(box.persistence, "bob")
    await bank.run()
    print(box.persistence.names())


asyncio.run(main())
