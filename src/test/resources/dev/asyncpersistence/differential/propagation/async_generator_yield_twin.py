# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)[0]["gold"]

    def keys(self):
        return sorted(self.db.rows)

    async def amounts(self):
        for key in self.keys():
            yield self.amount(key)
        yield key, self.amount("ann")

    async def run(self):
        async for each in self.amounts():
            print(each)
        print([each async for each in self.amounts() if self.amount("ann") == each])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
