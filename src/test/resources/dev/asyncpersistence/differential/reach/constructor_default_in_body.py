# Awaits: self.async_db.gold
# After: def __init__(self, db=None, async_db=None):
"""The parameter's default is set in the constructor's body."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self, db=None):
        if db is None:
            db = get_persistence()
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank().run())
