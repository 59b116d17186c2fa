# Lifted: Bank.amount
# Left: CALLBACK 1
# Still blocks: 2
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        amount = self.amount
        print(amount("ann"), list(map(amount, ["bob", "ann"])))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
