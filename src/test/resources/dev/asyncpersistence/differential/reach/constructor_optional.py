# Awaits: self.async_db.gold
# After: def __init__(self, db: PersistenceLayer | None = None, async_db: AsyncPersistenceLayer | None = None):
# After: self.async_db = async_db or get_async_persistence()
"""An optional parameter of the constructor, with the accessor behind it."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self, db: PersistenceLayer | None = None):
        self.db = db or get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    await Bank().run()
    await Bank(get_persistence()).run()


asyncio.run(main())
