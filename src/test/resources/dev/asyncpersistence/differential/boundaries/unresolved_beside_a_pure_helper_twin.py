# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self, other: "Bank"):
        print(other.amount("bob"))
        print(self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run(bank)


asyncio.run(main())
