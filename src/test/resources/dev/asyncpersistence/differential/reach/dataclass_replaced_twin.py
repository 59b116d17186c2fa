# Awaits: self.async_db.gold
# After: async_archive = AsyncPersistenceLayer("archive")
# After: await replace(bank, db=archive, async_db=async_archive).run()
# After: await replace(bank, key="bob").run()
"""A copy of the object gets a layer that an async one belongs to, or keeps its own."""
import asyncio
from dataclasses import dataclass, field, replace

from pair import AsyncPersistenceLayer, PersistenceLayer, get_persistence

archive = PersistenceLayer("archive")
async_archive = AsyncPersistenceLayer("archive")


@dataclass
class Bank:
    key: str
    db: PersistenceLayer = field(default_factory=get_persistence)

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


async def main():
    bank = Bank("ann")
    await bank.run()
    await replace(bank, db=archive).run()
    await replace(bank, key="bob").run()


asyncio.run(main())
