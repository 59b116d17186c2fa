# Left: LOCK_HELD 1
# Still blocks: 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._lock = threading.Lock()

    async def run(self):
        self._lock.acquire()
        try:
            gold = self.db.gold("ann")
        finally:
            self._lock.release()
        print(gold)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
