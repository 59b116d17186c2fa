# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class Board:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.bank = Bank(db)
        self.board = Board(db)

    async def run(self):
        print(self.bank.amount("ann"), self.board.amount("bob"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
