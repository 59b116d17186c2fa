# Lifted: Bank.amount
# Left: CALLBACK 1
# Still blocks: 1
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(f"{f'{self.amount(str())}' if not self else f'{self.db.names()}'}")
        print(self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
