# Awaits: box.async_persistence.gold
"""Both layers are made in place, for a database that each object names."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self, database):
        self.persistence = PersistenceLayer(database)
        self.async_persistence = AsyncPersistenceLayer(database)


async def show(box: Box):
    print(box.persistence.gold("ann"), box.persistence.names())


async def main():
    await show(Box("main"))
    await show(Box("archive"))


asyncio.run(main())
