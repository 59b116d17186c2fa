# Async: Bank.amount, Bank.worth, Bank.describe
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def worth(self, key):
        return self.amount(key) * 10

    def describe(self, key):
        return key + " owns " + str(self.worth(key))

    async def run(self):
        print(self.describe("ann"))
        print(self.describe("bob"), self.worth("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
