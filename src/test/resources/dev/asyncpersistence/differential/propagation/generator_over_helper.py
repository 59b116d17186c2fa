# Async: Bank.keys
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def keys(self):
        return self.db.names()

    async def run(self):
        print(any(key > "b" for key in self.keys()), all(key > "b" for key in self.keys()))
        lazy = (key.upper() for key in self.keys())
        print(next(lazy), list(lazy))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
