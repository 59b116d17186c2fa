# Left: SYNC_CALLER 1
# Still blocks: 7
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        keys = ["bob", "ann"]
        print(any(self.amount(key) > 6 for key in keys), all(self.amount(key) > 6 for key in keys))
        print(next(self.amount(key) for key in keys), list(zip("ab", (self.amount(key) for key in keys))))
        lazy = (self.amount(key) for key in keys)
        print(next(lazy))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
