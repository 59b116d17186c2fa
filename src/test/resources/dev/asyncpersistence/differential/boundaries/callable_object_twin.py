# Async: Counter.count
import asyncio

from layer import PersistenceLayer


class Counter:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    calls = 0

    def count(self, key):
        self.calls += 1
        return self.db.gold(key) + self.calls


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.counter = Counter(db)

    async def run(self):
        print(self.counter.count("ann"), self.counter.count("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
