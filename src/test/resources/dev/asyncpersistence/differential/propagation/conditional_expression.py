# Async: Bank.amount, Bank.is_open
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def is_open(self, key):
        return self.db.exists(key)

    def amount(self, key):
        print("counting", key)
        return self.db.gold(key)

    async def run(self):
        for key in ["ann", "eve", "bob"]:
            print(self.amount(key) if self.is_open(key) else "closed for " + key)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
