# Awaits: none
# After: async def lines(self, db):
"""A method that is given the layer is overridden in a derived class."""
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


class Short(Report):
    async def lines(self, db):
        print("short", db.gold(self.key))


async def main():
    box = Box()
    for report in [Report("bob"), Short("ann")]:
        await report.lines(box.persistence)


asyncio.run(main())
