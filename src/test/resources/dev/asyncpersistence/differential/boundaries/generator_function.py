# Left: GENERATOR_FUNCTION 2
# Still blocks: 6
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amounts(self):
        for key in self.db.names():
            yield self.db.gold(key)

    async def run(self):
        for amount in self.amounts():
            print(amount)
        print(list(self.amounts()))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
