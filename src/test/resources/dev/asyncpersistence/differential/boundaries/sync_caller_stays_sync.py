# Left: SYNC_CALLER 1, CALLBACK 1
# Still blocks: 4
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def rank(self, key):
        return -self.amount(key) * len(self.db.names())

    async def run(self):
        print(max(["bob"], key=self.rank))
        print(sorted(["bob"], key=self.rank))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
