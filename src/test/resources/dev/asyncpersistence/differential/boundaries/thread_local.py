# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio
import threading

from layer import PersistenceLayer


local = threading.local()


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
