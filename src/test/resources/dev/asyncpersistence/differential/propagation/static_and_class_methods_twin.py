# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @staticmethod
    def amount(db: PersistenceLayer, key):
        return db.gold(key)

    @classmethod
    def describe(cls, db: PersistenceLayer, key):
        return cls.__name__, key, cls.amount(db, key)

    async def run(self):
        print(await asyncio.to_thread(self.amount, self.db, "ann"), await asyncio.to_thread(Bank.amount, self.db, "bob"))
        print(await asyncio.to_thread(Bank.describe, self.db, "ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
