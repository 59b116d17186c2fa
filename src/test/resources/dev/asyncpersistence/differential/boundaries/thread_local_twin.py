# Lifted: Bank.amount
# Left: SYNC_CALLER 1
import asyncio
import types

from layer import PersistenceLayer


local = types.SimpleNamespace()


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self):
        return self.db.gold(local.user)

    def __len__(self):
        return self.amount()

    async def run(self):
        print(self.amount())


async def main():
    local.user = "ann"
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
