# Awaits: none
# After: bank = Bank(p)
"""The local variable with the async layer is bound after the constructor's call."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    p = PersistenceLayer("archive")
    bank = Bank(p)
    layer2 = AsyncPersistenceLayer("archive")
    await bank.run()
    print(await layer2.gold("bob"))


asyncio.run(main())
