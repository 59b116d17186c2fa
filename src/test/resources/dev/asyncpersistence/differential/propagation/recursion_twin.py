# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def total(self, keys):
        if not keys:
            return 0
        return self.db.gold(keys[0]) + self.total(keys[1:])

    async def run(self):
        print(self.db.peek("ann"))


bank = Bank(PersistenceLayer())
print(bank.total(["ann", "bob", "ann"]), bank.total([]))
asyncio.run(bank.run())
