# Async: Bank.amount, Bank.total
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def total(self, keys):
        return sum(self.amount(key) for key in keys)

    async def run(self):
        keys = ["bob", "ann"]
        print(self.total(keys), list(self.amount(key) for key in keys), tuple(self.amount(key) + 1 for key in keys))
        print(sorted(self.amount(key) for key in keys), max(self.amount(key) for key in keys))
        print(min(key for key in keys if self.amount(key) > 6), "-".join(str(self.amount(key)) for key in keys))
        print(dict((key, self.amount(key)) for key in keys), sorted(set(self.amount(key) for key in keys)))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
