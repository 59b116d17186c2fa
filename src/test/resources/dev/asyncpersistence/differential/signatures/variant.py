import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def load(self, player_id, deep=False):
        time.sleep(0.001)
        return ROWS[player_id], deep

    async def async_load(self, id, *, deep=False):
        await asyncio.sleep(0.001)
        return ROWS[id], deep


class AsyncPersistenceLayer:
    async def other(self, key):
        await asyncio.sleep(0.001)
        return ROWS[key]


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        print(self.db.load(player_id=1), self.db.load(2, True))


asyncio.run(Service().run())
