# Async: Bank.amount, Bank.rank
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def rank(self, key):
        return -self.amount(key) * len(self.db.names())

    async def run(self):
        print(max([self.rank("bob"), self.rank("ann")]))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
