# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.source = Bank(db)

    async def run(self):
        print(self.source.amount("ann"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
