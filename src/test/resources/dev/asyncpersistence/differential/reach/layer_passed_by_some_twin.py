# Awaits: none
# After: await Bank(box.persistence).run()
"""Of the layers that are passed to the constructor, one has no async one within reach."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Box:
    def __init__(self, database):
        self.persistence = PersistenceLayer(database)


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    box = Box("archive")
    await Bank(box.persistence).run()
    await Bank(get_persistence()).run()


asyncio.run(main())
