# Awaits: self.async_db.gold
"""Somebody sets an attribute of the same name on an object of another class."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


class Box:
    def __init__(self):
        self.db = None


async def main():
    box = Box()
    box.db = PersistenceLayer("archive")
    await Bank().run()
    print(box.db.rows)


asyncio.run(main())
