# Awaits: async_db.gold
# After: await count(box.persistence, ["ann", "bob"], async_db=box.async_persistence)
"""A function calls itself with the layer that it was given."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


async def count(db, keys):
    if not keys:
        print(db.names())
        return
    print(db.gold(keys[0]))
    await count(db, keys[1:])


async def main():
    box = Box()
    await count(box.persistence, ["ann", "bob"])


asyncio.run(main())
