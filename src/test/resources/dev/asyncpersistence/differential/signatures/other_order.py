import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def save(self, key, value, note=None):
        time.sleep(0.001)
        ROWS[key] = value, note


class AsyncPersistenceLayer:
    async def save(self, value, key, note=None):
        await asyncio.sleep(0.001)
        ROWS[key] = value, note


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        self.db.save(1, "dan")
        self.db.save(2, "eve", "new")
        self.db.save(3, value="fay")
        self.db.save(value="gil", key=4)
        print(ROWS)


asyncio.run(Service().run())
