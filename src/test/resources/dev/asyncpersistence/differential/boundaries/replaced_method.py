# Left: AMBIGUOUS_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    async def run(self):
        print(self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    bank.amount = len
    await bank.run()


asyncio.run(main())
