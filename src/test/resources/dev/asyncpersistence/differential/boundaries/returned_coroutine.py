# Left: RETURNS_AWAITABLE 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def later(self, key):
        self.last = self.db.gold(key)
        return self.work(key)

    async def work(self, key):
        await asyncio.sleep(0)
        return key, self.last

    async def run(self):
        print(await self.later("ann"))
        coroutine = self.later("bob")
        print(await coroutine)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
