import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}
from typing import Optional


class PersistenceLayer:
    def load(self, key) -> Optional[str]:
        time.sleep(0.001)
        return ROWS[key]


class AsyncPersistenceLayer:
    async def load(self, key) -> str:
        await asyncio.sleep(0.001)
        return ROWS[key]


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        print(self.db.load(1).upper())
        try:
            self.db.load(9)
        except KeyError as e:
            print("no", e)


asyncio.run(Service().run())
