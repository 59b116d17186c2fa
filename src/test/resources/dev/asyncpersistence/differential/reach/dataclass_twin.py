# Awaits: none
"""A field that is filled with a layer made in place."""
import asyncio
from dataclasses import dataclass, field

from pair import PersistenceLayer


@dataclass
class Bank:
    key: str
    db: PersistenceLayer = field(default_factory=lambda: PersistenceLayer("archive"))
    limit: int = 3

    async def run(self):
        print(self.db.gold(self.key), self.db.names()[: self.limit])


asyncio.run(Bank("ann").run())
