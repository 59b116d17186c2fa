# Awaits: none
# After: print(await asyncio.to_thread(box.persistence.gold, "ann"), await asyncio.to_thread(box.persistence.names))
"""The async layer beside the sync one is that of another database."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer()


async def show(box: Box):
    print(box.persistence.gold("ann"), box.persistence.names())


asyncio.run(show(Box()))
