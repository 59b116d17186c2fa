# Async: Bank.deposit
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._lock = asyncio.Lock()

    def deposit(self, key):
        gold = self.db.gold(key)
        self.db.save(key, {"gold": gold + 1})
        return gold

    async def run(self):
        async with self._lock:
            gold = self.deposit("ann")
        print(gold, self._lock.locked())


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
