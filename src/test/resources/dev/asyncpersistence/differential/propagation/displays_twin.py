# Left: CALLBACK 2
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        print("amount", key)
        return self.db.gold(key)

    def row(self, key):
        print("row", key)
        return self.db.load(key)

    async def run(self):
        for label, action in {"amount": self.amount, "row": self.row}.items():
            print(label, action("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
