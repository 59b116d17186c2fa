# Left: CALLBACK 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class RoyalBank(Bank):
    async def run(self):
        print(list(map(Bank.amount, [self, self], ["ann", "bob"])))


async def main():
    royalbank = RoyalBank(PersistenceLayer())
    await royalbank.run()
    print(royalbank.db.log, royalbank.db.rows)


asyncio.run(main())
