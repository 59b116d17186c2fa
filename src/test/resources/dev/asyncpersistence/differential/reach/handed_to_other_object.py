# Awaits: self.async_db.gold
# After: self.db = get_persistence()
# After: self.names = Names(self.db)
"""The sync layer is handed on to an object that has no async form of what it calls."""
import asyncio

from pair import get_persistence


class Names:
    def __init__(self, db):
        self.db = db

    async def run(self):
        print(self.db.names())


class Bank:
    def __init__(self):
        self.db = get_persistence()
        self.names = Names(self.db)

    async def run(self):
        print(self.db.gold("ann"))
        await self.names.run()


asyncio.run(Bank().run())
