# Lifted: Bank.amount
# Left: CALLBACK 1
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def reader(self):
        return self.amount

    async def run(self):
        print(self.reader()("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
