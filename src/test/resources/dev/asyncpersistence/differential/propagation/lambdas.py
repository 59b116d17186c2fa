# Async: Bank.amount, Bank.best
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def best(self, factor):
        rank = lambda gold: gold * factor
        return max([self.amount("ann"), self.amount("bob")], key=rank)

    async def run(self):
        print(self.best(-1), self.best(1), (lambda gold: gold + 1)(self.amount("ann")))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
