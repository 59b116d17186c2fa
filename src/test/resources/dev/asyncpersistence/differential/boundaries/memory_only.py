# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)[0]["gold"]

    async def run(self):
        print(self.amount("ann"), self.db.peek("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
