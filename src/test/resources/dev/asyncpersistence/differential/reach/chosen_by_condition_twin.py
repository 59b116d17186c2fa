# Awaits: async_db.gold, self.async_db.gold
# After: self.async_db = async_db or get_async_persistence()
# After: async_db = get_async_persistence()
"""The condition is that there is a layer, or makes no difference."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Given:
    def __init__(self, db: PersistenceLayer | None = None):
        self.db = db if db is not None else get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


class Missing:
    def __init__(self, db: PersistenceLayer | None = None):
        self.db = get_persistence() if db is None else db

    async def run(self):
        print(self.db.gold("bob"), self.db.names())


class Negated:
    def __init__(self, db: PersistenceLayer | None = None):
        self.db = get_persistence() if not db else db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def show(old):
    db = get_persistence() if old else get_persistence()
    print(db.gold("bob"))


async def main():
    for each in Given(), Given(get_persistence()), Missing(), Missing(get_persistence()), Negated():
        await each.run()
    await show(True)


asyncio.run(main())
