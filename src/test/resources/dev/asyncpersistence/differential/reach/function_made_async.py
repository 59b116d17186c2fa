# Async: amount
# Awaits: async_db.gold
# After: async def amount(db, key, async_db=None):
# After: print(await amount(box.persistence, "ann", async_db=box.async_persistence))
"""A sync function that becomes a coroutine function is given the async layer, too."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


def amount(db, key):
    return db.gold(key), db.names()


async def main():
    box = Box()
    print(amount(box.persistence, "ann"))


asyncio.run(main())
