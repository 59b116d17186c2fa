# Lifted: Bank.worth, Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def worth(self, key):
        return self.amount(key) * 10

    async def run(self):
        print(self.worth("ann"), self.amount("bob"))


bank = Bank(PersistenceLayer())
print(bank.worth("bob"))
asyncio.run(bank.run())
