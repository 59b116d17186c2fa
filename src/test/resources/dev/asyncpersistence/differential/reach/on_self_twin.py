# Awaits: none
# After: print(await asyncio.to_thread(db.gold, "ann"), await asyncio.to_thread(db.names))
"""A layer of another database than that of `self`."""
import asyncio

from pair import PersistenceLayer, get_async_persistence, get_persistence


class Bank:
    def __init__(self):
        self.persistence = get_persistence()
        self.async_persistence = get_async_persistence()

    async def run(self):
        db = PersistenceLayer("archive")
        print(db.gold("ann"), db.names())


asyncio.run(Bank().run())
