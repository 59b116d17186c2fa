import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def names(self, ) -> list[str]:
        time.sleep(0.001)
        return list(ROWS.values())


class AsyncPersistenceLayer:
    async def names(self, ) -> dict[int, str]:
        await asyncio.sleep(0.001)
        return ROWS


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        print(self.db.names()[0], len(self.db.names()))
        for name in self.db.names():
            print(name)
        self.db.names()


asyncio.run(Service().run())
