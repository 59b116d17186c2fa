# Async: Bank.keys
import asyncio
import time


class PersistenceLayer:
    def rows(self):
        for key in ["ann", "bob"]:
            time.sleep(0.001)
            yield key

    def all_rows(self):
        time.sleep(0.001)
        return ["ann", "bob", "eve"]


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def keys(self):
        return self.db.all_rows()

    async def run(self):
        for key in self.keys():
            print(key)


asyncio.run(Bank(PersistenceLayer()).run())
