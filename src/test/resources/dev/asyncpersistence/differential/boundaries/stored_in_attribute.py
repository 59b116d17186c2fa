# Lifted: Bank.amount
# Left: CALLBACK 1
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
        self.source = Bank(db).amount

    async def run(self):
        print(self.source("ann"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
