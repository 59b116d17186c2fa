# Awaits: async_archive.gold, async_db.gold, self.async_archive.gold, self.async_db.gold
# After: self.async_archive = get_async_archive()
# After: async_archive = get_async_archive()
"""A class with the layers of two databases."""
import asyncio

from databases import get_archive, get_db
from services import Mover

print(asyncio.run(Mover(get_db(), get_archive()).gold("ann")))
print(asyncio.run(Mover(archive=get_db(), db=get_archive()).gold("ann")))


class Reader:
    def __init__(self):
        self.db = get_db()
        self.archive = get_archive()

    async def gold(self, key):
        return self.db.gold(key), self.archive.gold(key)


async def both(key):
    db = get_db()
    archive = get_archive()
    return db.gold(key), archive.gold(key)


print(asyncio.run(Reader().gold("ann")), asyncio.run(both("bob")))
