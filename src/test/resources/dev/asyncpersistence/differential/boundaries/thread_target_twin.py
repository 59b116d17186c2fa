# Async: Ledger.amount, Ledger.flush
import asyncio

from layer import PersistenceLayer


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def flush(self, key):
        self.last = self.amount(key)
        self.db.save(key, {"gold": self.last + 1})

    async def run(self):
        self.flush("ann")
        print(self.last)


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
