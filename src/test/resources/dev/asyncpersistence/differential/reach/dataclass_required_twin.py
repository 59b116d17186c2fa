# Awaits: none
# After: bank = Bank(PersistenceLayer("archive"), "bob")
"""A required field that is given a layer made in place."""
import asyncio
from dataclasses import dataclass

from pair import PersistenceLayer


@dataclass
class Bank:
    db: PersistenceLayer
    key: str

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


async def main():
    bank = Bank(PersistenceLayer("archive"), "bob")
    await bank.run()


asyncio.run(main())
