# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence, repr=False, compare=False)
"""A field that stays out of comparisons and texts: so does the new one."""
import asyncio
from dataclasses import dataclass, field

from pair import PersistenceLayer, get_persistence


@dataclass(order=True)
class Bank:
    key: str
    db: PersistenceLayer = field(default_factory=get_persistence, repr=False, compare=False)

    async def run(self):
        print(self, self.db.gold(self.key), self.db.names())


asyncio.run(Bank("ann").run())
print(Bank("ann") < Bank("bob"), sorted([Bank("bob"), Bank("ann")]))
