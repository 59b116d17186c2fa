# Async: Bank.amount, RoyalBank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class RoyalBank(Bank):
    def amount(self, key):
        return Bank.amount(self, key) * 100

    async def run(self):
        print(Bank.amount(self, "ann"), RoyalBank.amount(self, key="bob"))


async def main():
    royalbank = RoyalBank(PersistenceLayer())
    await royalbank.run()
    print(royalbank.db.log, royalbank.db.rows)


asyncio.run(main())
