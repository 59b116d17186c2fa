# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence)
"""The fields of another data class are listed."""
import asyncio
from dataclasses import dataclass, fields

from pair import PersistenceLayer, get_persistence


@dataclass
class Entry:
    name: str
    gold: int


@dataclass
class Bank:
    key: str
    db: PersistenceLayer

    async def run(self):
        entry = Entry(self.key, self.db.gold(self.key))
        print(entry, self.db.names(), [each.name for each in fields(entry)])


asyncio.run(Bank("ann", get_persistence()).run())
