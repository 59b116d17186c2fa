# Left: CONTEXT_MANAGER 2
# Still blocks: 2
# Unchanged
import asyncio
import contextlib

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @contextlib.contextmanager
    def account(self, key):
        yield self.db.gold(key)
        self.db.save(key, {"gold": 0})

    async def run(self):
        with self.account("ann") as gold:
            print("inside", gold, self.db.rows["ann"])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
