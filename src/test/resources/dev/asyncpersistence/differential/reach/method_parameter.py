# Awaits: async_db.gold
# After: async def lines(self, db, async_db=None):
# After: await report.lines(box.persistence, async_db=box.async_persistence)
"""A method is given the layer."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Report:
    def __init__(self, key):
        self.key = key

    async def lines(self, db):
        print(db.gold(self.key), db.names())


async def main():
    box = Box()
    report = Report("bob")
    await report.lines(box.persistence)


asyncio.run(main())
