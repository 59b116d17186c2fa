# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def pair(self, key):
        return key, self.db.peek(key)[0]["gold"]

    def names(self):
        return sorted(self.db.rows)

    async def run(self):
        key, gold = self.pair("ann")
        first, *rest = self.names()
        (a, b), c = self.pair("bob"), self.pair("ann")[1]
        print(key, gold, first, rest, a, b, c, [*self.names(), *self.pair("bob")])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
