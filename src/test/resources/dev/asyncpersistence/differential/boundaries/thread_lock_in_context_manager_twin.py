# Async: Bank.amount, Bank.name
import asyncio
import threading
from contextlib import contextmanager

from layer import PersistenceLayer


class Guard:
    def __init__(self):
        self.inner = threading.Lock()

    def __enter__(self):
        self.inner.acquire()

    def __exit__(self, *error):
        self.inner.release()


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.guard = Guard()
        self.inner = threading.Lock()

    @contextmanager
    def guarded(self):
        with self.inner:
            yield

    def amount(self, key):
        with self.guard:
            self.last = key
        return self.db.gold(key)

    def name(self, key):
        with self.guarded():
            self.last = key
        return self.db.load(key)["name"]

    async def run(self, key):
        print(self.amount(key), self.name(key))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run("ann")
    await bank.run("bob")
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
