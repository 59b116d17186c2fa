# Awaits: self.async_db.gold
# After: def __init__(self, db: PersistenceLayer, async_db: "AsyncPersistenceLayer | None" = None):
# After: self.async_db = async_db or get_async_persistence()
"""A required parameter of the constructor."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank(get_persistence()).run())
