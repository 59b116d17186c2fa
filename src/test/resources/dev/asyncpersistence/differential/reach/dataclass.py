# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence)
"""A field that the accessor fills."""
import asyncio
from dataclasses import dataclass, field

from pair import PersistenceLayer, get_persistence


@dataclass
class Bank:
    key: str
    db: PersistenceLayer = field(default_factory=get_persistence)
    limit: int = 3

    async def run(self):
        print(self.db.gold(self.key), self.db.names()[: self.limit])


async def main():
    await Bank("ann").run()
    await Bank("bob", get_persistence(), 1).run()


asyncio.run(main())
