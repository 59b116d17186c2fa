import asyncio
import time


class PersistenceLayer:
    def load(self, key, deep=False):
        time.sleep(0.001)
        return {"key": key, "deep": deep}

    def save(self, key, value):
        time.sleep(0.001)
        print("saved", key, value)


class AsyncPersistenceLayer:
    async def load(self, key, deep=False):
        await asyncio.sleep(0.001)
        return {"key": key, "deep": deep}

    async def save(self, value, key):
        await asyncio.sleep(0.001)
        print("saved", key, value)


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self, key):
        self.db.save(self.db.load(key)["key"], self.db.load(key, deep=True))
        print(f"{self.db.load(key)['deep']}", [self.db.load(k)["key"] for k in range(3)])


asyncio.run(Service().run(1))
