# Async: Bank.set_amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @property
    def amount(self):
        return self.db.peek("ann")

    def set_amount(self, value):
        self.db.save("ann", {"gold": value})

    async def run(self):
        self.set_amount(11)
        print(self.amount)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
