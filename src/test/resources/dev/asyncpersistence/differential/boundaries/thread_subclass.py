# Left: EXTERNAL_BASE 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Flusher(threading.Thread):
    def __init__(self, db: PersistenceLayer):
        super().__init__()
        self.db = db

    def run(self):
        self.db.save("ann", {"gold": 8})


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        flusher = Flusher(self.db)
        flusher.start()
        await asyncio.to_thread(flusher.join)
        print("flushed")


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
