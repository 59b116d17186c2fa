# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    def itself(self):
        return [self]

    async def run(self):
        print(self.amount("bob"), self.last)
        print(f"{self.amount('ann')} {self.itself()[0].last}")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
