# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Inn:
    bank: "Bank"

    def __init__(self, bank):
        self.bank = bank

    async def run(self):
        print(await asyncio.gather(asyncio.to_thread(self.bank.amount, "ann"), asyncio.to_thread(self.bank.amount, "bob")))


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


asyncio.run(Inn(Bank(PersistenceLayer())).run())
