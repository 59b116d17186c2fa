# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Inn:
    bank: "Bank"

    def __init__(self, bank):
        self.bank = bank

    async def run(self):
        print(self.bank.amount("ann"), self.bank.amount("bob") * 2)


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


asyncio.run(Inn(Bank(PersistenceLayer())).run())
