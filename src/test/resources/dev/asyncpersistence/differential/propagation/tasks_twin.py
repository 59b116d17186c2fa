# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def work(self, key):
        return key, await asyncio.to_thread(self.amount, key)

    async def run(self):
        first = asyncio.create_task(self.work("ann"))
        second = asyncio.ensure_future(self.work("bob"))
        print(self.db.peek("bob"))
        print(await second, await first)
        print(await asyncio.wait_for(self.work("bob"), 5))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
