# Async: Bank.account
import asyncio
import contextlib

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def account(self, key):
        gold = self.db.gold(key)
        self.db.save(key, {"gold": 0})
        return contextlib.nullcontext(gold)

    async def run(self):
        with self.account("ann") as gold:
            print("inside", gold, self.db.rows["ann"])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
