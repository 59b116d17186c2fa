# Async: Bank.amount, Bank.amounts
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    def amounts(self, keys):
        return [self.amount(key) for key in keys]

    async def run(self):
        for amount in self.amounts(["ann", "bob"]):
            print(amount, self.last)
        print(list(self.amounts(["bob"])), self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
