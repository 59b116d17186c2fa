# Left: LOCK_HELD 2
# Still blocks: 2
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._lock = threading.Lock()

    async def run(self):
        with self._lock:
            gold = self.db.gold("ann")
            self.db.save("ann", {"gold": gold + 1})
        print(gold, self._lock.locked())


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
