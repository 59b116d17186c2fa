import asyncio
import time

rows = {"main": {"ann": 5, "bob": 7}, "archive": {"ann": 11, "bob": 13}}


class PersistenceLayer:
    def __init__(self, database):
        self.rows = rows[database]

    def gold(self, key):
        time.sleep(0.001)
        return self.rows[key]


class AsyncPersistenceLayer:
    def __init__(self, database):
        self.rows = rows[database]

    async def gold(self, key):
        await asyncio.sleep(0.001)
        return self.rows[key]
