# Awaits: self.async_db.gold
# After: def __init__(self, db, *keys, async_db=None):
"""The constructor takes any number of arguments."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self, db, *keys):
        self.db = db
        self.keys = keys

    async def run(self):
        print([self.db.gold(key) for key in self.keys], self.db.names())


asyncio.run(Bank(get_persistence(), "ann", "bob").run())
