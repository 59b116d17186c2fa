# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class Cache:
    def amount(self, key):
        return "cached " + key


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.bank = Bank(db)
        self.cache = Cache()

    async def run(self):
        print(self.cache.amount("ann"), await asyncio.to_thread(self.bank.amount, "bob"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
