# Awaits: self.async_db.gold
# After: def __init__(self, db, async_db=None):
# After: self.async_db = async_db or get_async_persistence()
"""A parameter without annotation."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self, db):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank(get_persistence()).run())
