# Awaits: self.async_db.gold
# After: def __init__(self, db: typing.Optional[PersistenceLayer] = None, async_db: "AsyncPersistenceLayer | None" = None):
"""`Optional` is known by its module only."""
import asyncio
import typing

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self, db: typing.Optional[PersistenceLayer] = None):
        self.db = db or get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank().run())
