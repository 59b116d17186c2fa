# Left: CALLBACK 1
# Still blocks: 2
# Unchanged
import asyncio
import functools

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key, factor=1):
        return self.db.gold(key) * factor

    async def run(self):
        amount = functools.partial(self.amount, factor=3)
        print(amount("ann"), amount("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
