# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def name(self, key):
        return self.db.peek(key)[0]["name"] + str(self.amount(key))

    def one(self, key, factor):
        return asyncio.to_thread(self.name, key)

    async def run(self):
        print(await asyncio.gather(self.one("ann", 1), self.one("bob", 10), self.one("ann", 100)))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
