# Awaits: async_db.gold
# After: self.db = db
# After: jobs = Jobs(db, async_db=async_db)
"""The attribute is read from elsewhere, too."""
import asyncio

from pair import get_persistence


async def gold(key, *, db):
    return db.gold(key)


class Jobs:
    def __init__(self, db):
        self.db = db

    async def run(self):
        print(await gold("ann", db=self.db))


async def main():
    db = get_persistence()
    jobs = Jobs(db)
    await jobs.run()
    print(type(jobs.db).__name__)


asyncio.run(main())
