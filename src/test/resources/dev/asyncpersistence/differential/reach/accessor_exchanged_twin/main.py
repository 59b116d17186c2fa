# Awaits: self.async_db.gold, get_async_persistence().gold
# After: self.async_db = get_async_persistence()
"""What the accessors hand out can be exchanged on both sides."""
import asyncio

from layers import AsyncPersistenceLayer, PersistenceLayer
from store import get_persistence, set_async_persistence, set_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"), get_persistence().gold("bob"))


set_persistence(PersistenceLayer("archive"))
set_async_persistence(AsyncPersistenceLayer("archive"))
asyncio.run(Bank().run())
