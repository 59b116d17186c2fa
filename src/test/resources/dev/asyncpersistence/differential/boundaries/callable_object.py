# Left: DUNDER_METHOD 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Counter:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    calls = 0

    def __call__(self, key):
        self.calls += 1
        return self.db.gold(key) + self.calls


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.counter = Counter(db)

    async def run(self):
        print(self.counter("ann"), self.counter("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
