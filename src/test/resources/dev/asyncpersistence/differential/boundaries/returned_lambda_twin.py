# Async: Bank.reader
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def reader(self, key):
        gold = self.db.gold(key)
        return lambda: gold

    async def run(self):
        read = self.reader("ann")
        print(read(), self.reader("bob")())


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
