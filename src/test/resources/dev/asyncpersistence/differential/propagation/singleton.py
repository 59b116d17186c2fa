# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class Board:
    def amount(self, key):
        return len(key) * 100


bank = Bank(PersistenceLayer())
board = Board()


async def main():
    print(bank.amount("ann"), board.amount("bob"))


asyncio.run(main())
