# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence, init=False)
"""A field that is no parameter; what it says to others than its class is not repeated."""
import asyncio
from dataclasses import dataclass, field

from pair import PersistenceLayer, get_persistence


@dataclass
class Bank:
    key: str
    db: PersistenceLayer = field(default_factory=get_persistence, init=False, metadata={"column": "db"})

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


asyncio.run(Bank("ann").run())
