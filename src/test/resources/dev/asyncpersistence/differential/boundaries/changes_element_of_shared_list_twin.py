# Lifted: Bank.ranking
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.rows = [{"gold": 1}]

    def ranking(self, keys):
        row = dict(self.rows[0])
        row["gold"] += len(keys)
        return sorted(keys, key=lambda key: -self.db.gold(key))

    async def run(self):
        print(self.ranking(["ann", "bob"]), self.rows)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
