# Async: Bank.amount
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
        self.last = key
        self.leave()
        return self.db.gold(key)

    async def run(self, key):
        print(self.amount(key))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run("ann")
    await bank.run("bob")
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
