# Async: Account.report, Bank.amount, Bank.limit
import asyncio

from layer import PersistenceLayer


class Account:
    limit = None

    def report(self, key):
        return key, self.amount(key)


class Bank(Account):
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def limit(self, key):
        return self.db.load(key)["gold"]


async def show(account: Account):
    print(account.amount("bob"), account.report("ann"), account.limit("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await show(bank)
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
