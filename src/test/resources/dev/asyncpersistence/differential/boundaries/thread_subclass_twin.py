# Async: Flusher.run
import asyncio

from layer import PersistenceLayer


class Flusher:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def run(self):
        self.db.save("ann", {"gold": 8})


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        flusher = Flusher(self.db)
        flusher.run()
        print("flushed")


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
