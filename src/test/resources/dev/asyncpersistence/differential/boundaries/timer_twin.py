# Async: Ledger.flush
import asyncio

from layer import PersistenceLayer


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def flush(self, key):
        self.db.save(key, {"gold": 9})

    async def run(self):
        await asyncio.sleep(0.001)
        self.flush("ann")
        print("flushed")


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
