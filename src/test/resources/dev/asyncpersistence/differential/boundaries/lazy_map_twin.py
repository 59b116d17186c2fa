# Async: Bank.amount, Bank.amounts
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def amounts(self, keys):
        return map(str, [self.amount(key) for key in keys])

    async def run(self):
        for amount in self.amounts(["ann", "bob"]):
            print(amount)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
