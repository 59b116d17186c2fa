# Async: Bank.deposit
# Left: LOCK_HELD 2
# Still blocks: 4
import asyncio
import threading

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._lock = threading.Lock()

    def deposit(self, key):
        with self._lock:
            self.gold = self.db.gold(key)
            self.db.save(key, {"gold": self.gold + 1})
        return self.gold, self.db.exists(key)

    async def run(self):
        print(self.deposit("ann"), self.deposit("ann"), self._lock.locked())


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
