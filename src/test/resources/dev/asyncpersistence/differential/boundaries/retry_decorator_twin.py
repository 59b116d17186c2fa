# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.tries = 0

    def amount(self, key):
        self.tries += 1
        gold = self.db.gold(key)
        if self.tries < 3:
            raise KeyError(gold)
        return gold * 100

    async def run(self):
        for attempt in range(3):
            try:
                print(self.amount("ann"), self.tries)
            except KeyError as e:
                print("attempt", attempt, "failed", e)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
