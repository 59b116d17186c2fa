# Awaits: box.async_persistence.gold
# After: print(await box.async_persistence.gold("ann"), await asyncio.to_thread(p.names))
"""A local name for an attribute that has the async layer beside it."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


async def show(box: Box):
    p = box.persistence
    print(p.gold("ann"), p.names())


asyncio.run(show(Box()))
