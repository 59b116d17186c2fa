# Async: Bank.amount
import asyncio
import contextlib

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    @contextlib.asynccontextmanager
    async def account(self, key):
        print("open", self.amount(key))
        yield self.last
        print("close")

    async def run(self):
        async with self.account("ann") as key:
            print("inside", key, self.amount("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
