# Async: Bank.start
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def start(self, key):
        self.last = self.db.gold(key)
        return key

    async def work(self, key):
        await asyncio.sleep(0)
        return key, self.last

    async def run(self):
        key = self.start("ann")
        print(await self.work(key))
        print(await self.work(self.start("bob")))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
