# Awaits: self.async_persistence.gold
"""A local name for what `self` has in both forms."""
import asyncio

from pair import get_async_persistence, get_persistence


class Bank:
    def __init__(self):
        self.persistence = get_persistence()
        self.async_persistence = get_async_persistence()

    async def run(self):
        db = self.persistence
        print(db.gold("ann"), db.names())


asyncio.run(Bank().run())
