# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


def guessed(self, key):
    return len(key)


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"))
    Bank.guess = guessed
    print(bank.amount("bob"))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
