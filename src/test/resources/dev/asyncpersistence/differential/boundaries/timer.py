# Left: OFF_LOOP 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def flush(self, key):
        self.db.save(key, {"gold": 9})

    async def run(self):
        timer = threading.Timer(0.001, self.flush, ["ann"])
        timer.start()
        await asyncio.to_thread(timer.join)
        print("flushed")


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
