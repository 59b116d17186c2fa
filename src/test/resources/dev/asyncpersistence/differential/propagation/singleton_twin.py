# Left: OFF_LOOP 1
# Unchanged
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
    print(board.amount("ann"), board.amount("bobby"))


print(bank.amount("ann"))
asyncio.run(main())
