"""A sync layer and its async twin, for the programs beside it. Layers of one database share its rows; others differ."""

import asyncio
import time

databases = {}


def rows_of(database):
    gold = sum(database.encode())
    ann = {"name": f"Ann of {database}", "gold": gold}
    bob = {"name": f"Bob of {database}", "gold": gold + 1}
    return databases.setdefault(database, {"ann": ann, "bob": bob})


class PersistenceLayer:
    def __init__(self, database="main"):
        self.rows = rows_of(database)

    def load(self, key):
        time.sleep(0.001)
        return dict(self.rows[key])

    def save(self, key, value):
        time.sleep(0.001)
        self.rows[key] = value

    def gold(self, key):
        time.sleep(0.001)
        return self.rows[key]["gold"]

    def names(self):
        time.sleep(0.001)
        return sorted(self.rows)


class AsyncPersistenceLayer:
    def __init__(self, database="main"):
        self.rows = rows_of(database)

    async def load(self, key):
        await asyncio.sleep(0.001)
        return dict(self.rows[key])

    async def save(self, key, value):
        await asyncio.sleep(0.001)
        self.rows[key] = value

    async def gold(self, key):
        await asyncio.sleep(0.001)
        return self.rows[key]["gold"]


_persistence = PersistenceLayer()
_async_persistence = AsyncPersistenceLayer()


def get_persistence() -> PersistenceLayer:
    return _persistence


def get_async_persistence() -> AsyncPersistenceLayer:
    return _async_persistence
