# Async: Bank.amount, Bank.worth, Bank.describe
import asyncio

from layer import PersistenceLayer


class BankError(Exception):
    pass


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def worth(self, key):
        try:
            return self.amount(key) * 10
        except KeyError as e:
            raise BankError("no account of " + key) from e

    def describe(self, key):
        worth = self.worth(key)
        print("described", key)
        return key, worth

    async def run(self):
        try:
            print(self.describe("ann"))
            print(self.describe("eve"))
            print("never")
        except BankError as e:
            print(e, type(e.__cause__).__name__, self.amount("bob"))
        self.worth("zoe")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
