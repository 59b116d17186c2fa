# Awaits: none
"""A data class whose fields are listed: another one would be seen."""
import asyncio
from dataclasses import dataclass, fields

from pair import PersistenceLayer, get_persistence


@dataclass
class Bank:
    key: str
    db: PersistenceLayer

    async def run(self):
        print(self.db.gold(self.key), self.db.names(), [each.name for each in fields(self)])


asyncio.run(Bank("ann", get_persistence()).run())
