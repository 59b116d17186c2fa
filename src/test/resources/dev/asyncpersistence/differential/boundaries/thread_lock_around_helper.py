# Left: LOCK_HELD 1
# Still blocks: 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._lock = threading.RLock()

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    async def run(self):
        with self._lock:
            gold = self.amount("ann")
        print(gold, self.last)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
