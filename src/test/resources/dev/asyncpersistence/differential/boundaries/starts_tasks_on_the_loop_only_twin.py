# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def tell(self, key, gold):
        print("told", key, gold)

    def announce(self, key):
        gold = self.db.peek(key)
        loop = asyncio.get_running_loop()
        return [loop.create_task(self.tell(key, gold))]

    async def run(self):
        tasks = self.announce("ann")
        print("announced")
        await tasks[0]


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
