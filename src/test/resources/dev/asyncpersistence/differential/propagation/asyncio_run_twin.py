# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(self.db.peek("ann"))
        return "done"

    def serve(self):
        print("starting with", self.amount("bob"))
        print(asyncio.run(self.run()))


Bank(PersistenceLayer()).serve()
