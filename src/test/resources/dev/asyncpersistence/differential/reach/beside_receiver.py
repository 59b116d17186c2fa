# Awaits: box.async_persistence.gold
# After: print(await box.async_persistence.gold("ann"), await asyncio.to_thread(box.persistence.names))
"""The async layer stands beside the sync one, for the same database."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


async def show(box: Box):
    print(box.persistence.gold("ann"), box.persistence.names())


asyncio.run(show(Box()))
