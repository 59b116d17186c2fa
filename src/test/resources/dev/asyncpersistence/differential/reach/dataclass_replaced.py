# Awaits: none
"""A copy of the object gets a layer that no async one belongs to."""
import asyncio
from dataclasses import dataclass, field, replace

from pair import PersistenceLayer, get_persistence


@dataclass
class Bank:
    key: str
    db: PersistenceLayer = field(default_factory=get_persistence)

    async def run(self):
        print(self.db.gold(self.key))


async def main():
    bank = Bank("ann")
    await bank.run()
    await replace(bank, db=PersistenceLayer("archive")).run()


asyncio.run(main())
