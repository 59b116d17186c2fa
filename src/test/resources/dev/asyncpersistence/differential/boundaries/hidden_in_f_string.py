# Left: UNRESOLVED_CALLER 1
# Still blocks: 2
# Unchanged
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
        print(f"{self.itself()[0].amount('ann')} {self.last}")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
