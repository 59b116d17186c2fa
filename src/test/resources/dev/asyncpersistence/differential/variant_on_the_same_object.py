import asyncio
import time


class PersistenceLayer:
    def load(self, key):
        time.sleep(0.001)
        return {"key": key}

    async def async_load(self, key):
        return await asyncio.to_thread(self.load, key)

    def save(self, key):
        time.sleep(0.001)
        print("saved", key)

    async def async_save(self, key):
        self.save(key)


async def run(db: PersistenceLayer):
    db.save(db.load(1)["key"])
    print(db.load(2)["key"], f"{db.load(3)['key']}")


asyncio.run(run(PersistenceLayer()))
