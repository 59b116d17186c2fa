# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def read(self, key):
        return self.db.gold(key)

    @property
    def amount(self):
        return self.read("ann") * 10

    async def run(self):
        print(self.amount)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
