import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def top(self, limit=2, start=""):
        time.sleep(0.001)
        return [n for n in ROWS.values() if n >= start][:limit]


class AsyncPersistenceLayer:
    async def top(self, limit=0x2, start=''):
        await asyncio.sleep(0.001)
        return [n for n in ROWS.values() if n >= start][:limit]


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        print(self.db.top(), self.db.top(2), self.db.top(limit=1), self.db.top(1, "b"))


asyncio.run(Service().run())
