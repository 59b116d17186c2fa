# Awaits: self.async_db.gold
# After: await Bank(box.persistence, async_db=box.async_persistence).run()
"""Some calls of the constructor pass the accessor's layer, others that of another database with its async one."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer, get_persistence


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    box = Box()
    await Bank(box.persistence).run()
    await Bank(get_persistence()).run()


asyncio.run(main())
