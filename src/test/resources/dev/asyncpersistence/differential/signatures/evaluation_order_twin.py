import asyncio
import time

ROWS = {1: "ann", 2: "bob", 3: "cyd"}


class PersistenceLayer:
    def save(self, key, value):
        time.sleep(0.001)
        print("saved", key, value)
        return key


class AsyncPersistenceLayer:
    async def save(self, value, key, /):
        await asyncio.sleep(0.001)
        print("saved", key, value)
        return key


class Service:
    def __init__(self):
        self.db = PersistenceLayer()
        self.async_db = AsyncPersistenceLayer()

    async def run(self):
        seen = []

        def see(x):
            seen.append(x)
            return x

        self.db.save(see(1), see(2))
        self.db.save(see(3), value=see(4))
        self.db.save(self.db.save(see(5), 6), self.db.save(see(7), 8))
        self.db.save(n := see(9), n + 1)
        print(seen)


asyncio.run(Service().run())
