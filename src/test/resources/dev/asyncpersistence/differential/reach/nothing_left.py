# Awaits: self.async_db.gold
# After: self.async_db = get_async_persistence()
# After: from pair import get_async_persistence
# Gone: self.db
# Gone: get_persistence()
"""A class that uses the async layer only: the attribute of the sync one and its import go."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"))


asyncio.run(Bank().run())
