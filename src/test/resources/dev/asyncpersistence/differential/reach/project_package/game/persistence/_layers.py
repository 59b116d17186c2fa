import asyncio
import time


class PersistenceLayer:
    def gold(self, key):
        time.sleep(0.001)
        return {"ann": 5, "bob": 7}[key]


class AsyncPersistenceLayer:
    async def gold(self, key):
        await asyncio.sleep(0.001)
        return {"ann": 5, "bob": 7}[key]
