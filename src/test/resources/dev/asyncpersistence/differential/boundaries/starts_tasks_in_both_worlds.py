# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def tell(self, key, gold):
        print("told", key, gold)

    def announce(self, key):
        gold = self.db.gold(key)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return print("nobody to tell", key, gold)
        return loop.create_task(self.tell(key, gold))

    async def run(self):
        task = self.announce("ann")
        print("announced")
        await task


bank = Bank(PersistenceLayer())
bank.announce("bob")
asyncio.run(bank.run())
