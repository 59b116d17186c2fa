# Left: OFF_LOOP 2
# Unchanged
import asyncio
import threading

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
        thread = threading.Thread(target=self.flush, args=("ann",))
        thread.start()
        await asyncio.to_thread(thread.join)
        print(self.last)


async def main():
    ledger = Ledger(PersistenceLayer())
    await ledger.run()
    print(ledger.db.log, ledger.db.rows)


asyncio.run(main())
