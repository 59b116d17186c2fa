import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def load(self, key, deep=False):
        time.sleep(0.001)
        return ROWS[key], deep


class AsyncPersistenceLayer:
    async def load(self, key, deep=False):
        await asyncio.sleep(0.001)
        return ROWS[key], deep


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        print(f"{self.db.load(1)} {self.db.load(key=2)} {self.db.load(3, True)}")


asyncio.run(Service().run())
