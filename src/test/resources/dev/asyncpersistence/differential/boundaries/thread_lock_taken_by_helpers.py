# Left: LOCK_HELD 1
# Still blocks: 2
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.guard = threading.Lock()

    def enter(self):
        self.guard.acquire()

    def leave(self):
        self.guard.release()

    def amount(self, key):
        self.enter()
        try:
            self.last = key
            return self.db.gold(key)
        finally:
            self.leave()

    async def run(self, key):
        print(self.amount(key))


async def main():
    bank = Bank(PersistenceLayer())
    await asyncio.gather(bank.run("ann"), bank.run("bob"))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
