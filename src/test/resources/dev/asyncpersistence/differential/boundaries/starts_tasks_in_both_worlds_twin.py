# Lifted: Bank.announce
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def tell(self, key, gold):
        print("told", key, gold)

    def announce(self, key):
        gold = self.db.gold(key)
        return key + " has " + str(gold)

    async def run(self):
        text = self.announce("ann")
        print("announced")
        await self.tell("bob", text)


bank = Bank(PersistenceLayer())
bank.announce("bob")
asyncio.run(bank.run())
