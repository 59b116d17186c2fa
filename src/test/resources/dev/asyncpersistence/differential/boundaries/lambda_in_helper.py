# Lifted: Bank.ranking
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def ranking(self, keys):
        return sorted(keys, key=lambda key: -self.db.gold(key))

    async def run(self):
        print(self.ranking(["ann", "bob"]))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
