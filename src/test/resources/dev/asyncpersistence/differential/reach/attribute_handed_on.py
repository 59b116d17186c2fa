# Awaits: async_db.gold
# After: def __init__(self, async_db=None):
# After: self.async_db = async_db or get_async_persistence()
# After: self.later = lambda key: gold(key, async_db=self.async_db)
# Gone: get_persistence()
"""An attribute that is only handed on, to functions that use the async layer."""
import asyncio

from pair import get_persistence


async def gold(key, *, db):
    return db.gold(key)


class Jobs:
    def __init__(self, db):
        self.db = db
        self.later = lambda key: gold(key, db=self.db)

    async def run(self):
        print(await gold("ann", db=self.db), await self.later("bob"))


async def main():
    db = get_persistence()
    await Jobs(db).run()


asyncio.run(main())
