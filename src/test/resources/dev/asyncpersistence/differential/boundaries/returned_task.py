# Left: RETURNS_AWAITABLE 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def start(self, key):
        self.last = self.db.gold(key)
        return asyncio.create_task(self.work(key))

    async def work(self, key):
        await asyncio.sleep(0)
        return key, self.last

    async def run(self):
        task = self.start("ann")
        print(await task)
        print(await self.start("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
