# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def note(self, key):
        self.last = key

    def amount(self, key):
        self.note(key)
        return self.db.gold(key)

    async def run(self):
        print(self.amount("ann"), self.last)


bank = Bank(PersistenceLayer())
print(bank.amount("bob"), bank.last)
asyncio.run(bank.run())
