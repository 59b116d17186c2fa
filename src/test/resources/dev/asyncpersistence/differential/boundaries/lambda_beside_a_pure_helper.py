# Lifted: Bank.amount
# Left: SYNC_CALLER 1
# Still blocks: 2
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(self.amount("ann"), sorted(["bob", "ann"], key=lambda key: -self.amount(key)))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
