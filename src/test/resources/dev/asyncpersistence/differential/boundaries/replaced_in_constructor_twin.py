# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer, fixed=None):
        self.db = db
        if fixed is not None:
            self.guess = lambda key: fixed

    def amount(self, key):
        return self.db.gold(key)


async def main():
    db = PersistenceLayer()
    print(Bank(db).amount("ann"), Bank(db, 3).amount("bob"))
    print(db.log, db.rows)


asyncio.run(main())
