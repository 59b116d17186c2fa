# Awaits: none
"""Only the sync layer is made for the database that each object names."""
import asyncio

from pair import PersistenceLayer


class Box:
    def __init__(self, database):
        self.persistence = PersistenceLayer(database)


async def show(box: Box):
    print(box.persistence.gold("ann"), box.persistence.names())


async def main():
    await show(Box("main"))
    await show(Box("archive"))


asyncio.run(main())
