# Left: PROPERTY 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @property
    def amount(self):
        return self.db.peek("ann")

    @amount.setter
    def amount(self, value):
        self.db.save("ann", {"gold": value})

    async def run(self):
        self.amount = 11
        print(self.amount)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
