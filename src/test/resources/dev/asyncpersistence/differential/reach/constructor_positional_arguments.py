# Awaits: self.async_db.gold
# After: def __init__(self, db, key, limit=3, async_db=None):
"""Arguments that are passed by position stay in their places."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self, db, key, limit=3):
        self.db = db
        self.key = key
        self.limit = limit

    async def run(self):
        print(self.db.gold(self.key), self.db.names()[: self.limit], self.limit)


async def main():
    await Bank(get_persistence(), "ann").run()
    await Bank(get_persistence(), "bob", 1).run()


asyncio.run(main())
