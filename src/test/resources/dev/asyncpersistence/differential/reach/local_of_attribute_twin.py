# Awaits: async_p.gold
# After: async_p = box.async_persistence
"""The object that the local variable's layer came from is another one at the call."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self, database):
        self.persistence = PersistenceLayer(database)
        self.async_persistence = AsyncPersistenceLayer(database)


async def show(box: Box):
    p = box.persistence
    box = Box("archive")
    print(p.gold("ann"), p.names(), box.persistence.rows["bob"])


asyncio.run(show(Box("main")))
