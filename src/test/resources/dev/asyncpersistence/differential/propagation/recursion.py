# Async: Bank.total
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def total(self, keys):
        if not keys:
            return 0
        return self.db.gold(keys[0]) + self.total(keys[1:])

    async def run(self):
        print(self.total(["ann", "bob", "ann"]), self.total([]))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
