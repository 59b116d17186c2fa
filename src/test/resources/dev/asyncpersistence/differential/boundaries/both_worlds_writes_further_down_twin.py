# Lifted: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def note(self, key):
        return key.upper()

    def amount(self, key):
        return self.note(key), self.db.gold(key)

    async def run(self):
        print(self.amount("ann"))


bank = Bank(PersistenceLayer())
print(bank.amount("bob"))
asyncio.run(bank.run())
