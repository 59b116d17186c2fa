# Lifted: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"))
    setattr(bank, "amount", len)
    print(bank.amount("bob"))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
