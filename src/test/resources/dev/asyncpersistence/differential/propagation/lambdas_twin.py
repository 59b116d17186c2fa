# Left: SYNC_CALLER 1
# Still blocks: 4
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(max(["ann", "bob"], key=lambda key: self.amount(key)), (lambda gold: gold() + 1)(lambda: self.amount("ann")))
        rank = lambda key: -self.amount(key)
        print(rank("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
