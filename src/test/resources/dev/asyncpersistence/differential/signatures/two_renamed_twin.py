import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def rename(self, player_id, name):
        time.sleep(0.001)
        ROWS[player_id] = name


class AsyncPersistenceLayer:
    async def rename(self, new_name, id):
        await asyncio.sleep(0.001)
        ROWS[id] = new_name


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        self.db.rename(1, "dan")
        self.db.rename(player_id=2, name="eve")
        print(ROWS)


asyncio.run(Service().run())
