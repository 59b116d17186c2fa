# Async: Bank.rank
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def rank(self, key):
        return -self.db.gold(key)

    async def run(self):
        print(sorted([self.rank("ann"), self.rank("bob")], key=abs))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
