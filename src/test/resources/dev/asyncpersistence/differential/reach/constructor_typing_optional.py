# Awaits: self.async_db.gold
# After: def __init__(self, key, db: Optional[PersistenceLayer] = None, async_db: Optional[AsyncPersistenceLayer] = None):
"""The parameter's annotation says `Optional`."""
import asyncio
from typing import Optional

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self, key, db: Optional[PersistenceLayer] = None):
        self.key = key
        self.db = db or get_persistence()

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


asyncio.run(Bank("bob").run())
