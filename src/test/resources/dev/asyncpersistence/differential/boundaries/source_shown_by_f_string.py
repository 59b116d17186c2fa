# Left: SHOWN_SOURCE 1, SYNC_CALLER 1
# Still blocks: 3
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(f"{self.amount('ann')=}", f"{self.amount('bob') = !s:>3}")
        print(f"{self.db.gold('ann')=}")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
