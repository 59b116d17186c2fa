# Async: Bank.amount, Bank.total
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def total(self):
        total = 100
        for key in self.db.names():
            total += self.amount(key)
        return total

    async def run(self):
        self.sum = 1
        self.sum += self.amount("ann")
        self.sum *= self.amount("bob")
        coins = {"ann": 1}
        coins["ann"] -= self.amount("ann")
        print(self.sum, coins, self.total())


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
