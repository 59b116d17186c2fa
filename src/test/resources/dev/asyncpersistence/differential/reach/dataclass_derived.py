# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence, kw_only=True)
"""A derived data class has required fields, which may not follow one with a default."""
import asyncio
from dataclasses import dataclass

from pair import PersistenceLayer, get_persistence


@dataclass
class Base:
    db: PersistenceLayer


@dataclass
class Bank(Base):
    key: str

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


asyncio.run(Bank(get_persistence(), "bob").run())
