import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def load(self, key, deep=False):
        time.sleep(0.001)
        return ROWS[key], deep


class AsyncPersistenceLayer:
    async def load(self, key, deeper=False, *, depth=False):
        await asyncio.sleep(0.001)
        return ROWS[key], deeper, depth


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        print(self.db.load(1, True), self.db.load(2, deep=True), self.db.load(3))


asyncio.run(Service().run())
