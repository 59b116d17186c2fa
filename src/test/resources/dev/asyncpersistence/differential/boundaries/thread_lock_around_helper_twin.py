# Async: Bank.amount
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
            gold = self.db.peek("ann")
        self.amount("ann")
        print(gold, self.last)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
