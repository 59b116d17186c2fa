# Awaits: none
# After: bank = Bank(PersistenceLayer("archive"), "ann")
"""A frozen data class is given a layer that is made in place."""
import asyncio
from dataclasses import dataclass

from pair import PersistenceLayer


@dataclass(frozen=True)
class Bank:
    db: PersistenceLayer
    key: str

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


async def main():
    bank = Bank(PersistenceLayer("archive"), "ann")
    await bank.run()


asyncio.run(main())
