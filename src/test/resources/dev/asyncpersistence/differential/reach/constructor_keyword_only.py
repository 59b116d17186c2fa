# Awaits: self.async_db.gold
# After: def __init__(self, key, *, db, async_db=None):
"""The parameter is passed by keyword only."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self, key, *, db):
        self.db = db
        self.key = key

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


asyncio.run(Bank("bob", db=get_persistence()).run())
