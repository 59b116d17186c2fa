# Awaits: self.async_db.gold
# After: bank = Bank(p, async_db=layer2)
"""The constructor is given a local variable's layer; another variable holds the async one of the same database."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    p = PersistenceLayer("archive")
    layer2 = AsyncPersistenceLayer("archive")
    bank = Bank(p)
    await bank.run()
    print(await layer2.gold("bob"))


asyncio.run(main())
