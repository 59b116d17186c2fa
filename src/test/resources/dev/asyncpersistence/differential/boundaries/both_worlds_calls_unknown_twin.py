# Lifted: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key, text):
        return text.upper(), self.db.gold(key)

    async def run(self):
        print(self.amount("ann", "counting"))


bank = Bank(PersistenceLayer())
print(bank.amount("bob", "auditing"))
asyncio.run(bank.run())
