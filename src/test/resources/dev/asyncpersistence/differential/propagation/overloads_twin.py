# Left: DECORATED_FUNCTION 1
# Still blocks: 2
# Unchanged
import asyncio
from functools import singledispatchmethod

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @singledispatchmethod
    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    @amount.register
    def _(self, key: list):
        return len(key)

    async def run(self):
        print(self.amount("ann"), self.amount(["bob", "ann"]), self.amount("bob"), self.last)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
