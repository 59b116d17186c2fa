# Async: Bank.amount
import asyncio
import threading

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._lock = asyncio.Lock()

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        await self._lock.acquire()
        try:
            gold = self.amount("ann")
        finally:
            self._lock.release()
        print(gold)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
