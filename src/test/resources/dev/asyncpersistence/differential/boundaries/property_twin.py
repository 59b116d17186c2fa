# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self):
        return self.db.gold("ann")

    async def run(self):
        print(self.amount(), self.amount() + 1)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
