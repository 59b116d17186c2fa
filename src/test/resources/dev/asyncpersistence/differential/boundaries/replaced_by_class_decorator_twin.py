# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


def logged(cls):
    original = cls.guess

    def guess(self, key):
        value = original(self, key)
        print("guess", value)
        return value

    cls.guess = guess
    return cls


@logged
class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def guess(self, key):
        return len(key)

    def amount(self, key):
        return self.db.gold(key)


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"), bank.guess("ann"))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
