# Async: Bank.amount, Bank.name
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def name(self, key):
        return self.db.peek(key)[0]["name"] + str(self.amount(key))

    async def one(self, key, factor):
        return self.name(key), self.amount(key) * factor

    async def run(self):
        print(await asyncio.gather(self.one("ann", 1), self.one("bob", 10), self.one("ann", 100)))
        print(await asyncio.gather(*[self.one(key, 1000) for key in ["bob", "ann"]], self.one("eve", 1), return_exceptions=True))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
