# Async: Bank.amount
import asyncio
from typing import overload

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @overload
    def amount(self, key: str) -> int: ...

    @overload
    def amount(self, key: list) -> list: ...

    def amount(self, key):
        if isinstance(key, str):
            return self.db.gold(key)
        return [self.amount(each) for each in key]

    async def run(self):
        print(self.amount("ann"), self.amount(["bob", "ann"]))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
