# Left: CALLBACK 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Disk:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def find(self, key):
        self.last = key
        return self.db.load(key)


class Cache:
    def find(self, key):
        return "cached " + key


async def show(fast: bool, db: PersistenceLayer):
    cache = Cache()
    print(list(map(cache.find, ["eve"])))
    store = cache if fast else Disk(db)
    print(store.find("ann"))


async def main():
    await show(True, PersistenceLayer())
    await show(False, PersistenceLayer())


asyncio.run(main())
