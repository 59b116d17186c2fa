# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence)
"""A frozen data class; two objects with the same values are still equal."""
import asyncio
from dataclasses import dataclass

from pair import PersistenceLayer, get_persistence


@dataclass(frozen=True)
class Bank:
    db: PersistenceLayer
    key: str

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


async def main():
    bank = Bank(get_persistence(), "ann")
    await bank.run()
    print(bank == Bank(get_persistence(), "ann"), len({bank, Bank(get_persistence(), "ann")}))


asyncio.run(main())
