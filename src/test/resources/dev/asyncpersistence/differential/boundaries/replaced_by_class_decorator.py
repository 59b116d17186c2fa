# Lifted: Bank.amount
import asyncio

from layer import PersistenceLayer


def logged(cls):
    original = cls.amount

    def amount(self, key):
        value = original(self, key)
        print("amount", value)
        return value

    cls.amount = amount
    return cls


@logged
class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
