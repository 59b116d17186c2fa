# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)[0]["gold"]

    def all(self):
        return [self.amount(key) for key in sorted(self.db.rows)]

    async def run(self):
        print([self.amount(key) for key in ["ann", "bob"]], self.all())
        print({key: self.amount(key) + 1 for key in ["bob", "ann"]})
        print(sorted({self.amount(key) * 2 for key in ["bob", "ann", "bob"]}))
        print([coin * 10 for coin in self.all() if coin > 5])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
