# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(self.amount("ann"), self.amount("bob"))
        return "done"

    def serve(self):
        print("starting")
        print(asyncio.run(self.run()))


Bank(PersistenceLayer()).serve()
