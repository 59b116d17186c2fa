# Async: Bank.read, Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def read(self, key):
        return self.db.gold(key)

    def amount(self):
        return self.read("ann") * 10

    async def run(self):
        print(self.amount())


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
