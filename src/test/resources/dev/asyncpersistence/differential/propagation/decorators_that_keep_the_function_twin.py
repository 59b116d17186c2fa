# Unchanged
import asyncio
from typing import final

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return 0

    @final
    def worth(self, key):
        return self.amount(key) * 10

    async def run(self):
        print(self.worth("ann"), self.worth("bob"))


class RoyalBank(Bank):
    @staticmethod
    def label():
        return "royal"

    def amount(self, key):
        return self.db.peek(key)[0]["gold"] + len(self.label())


async def main():
    royalbank = RoyalBank(PersistenceLayer())
    await royalbank.run()
    print(royalbank.db.log, royalbank.db.rows)


asyncio.run(main())
