# Awaits: self.async_db.gold
"""A derived data class has fields with defaults, which are passed by position."""
import asyncio
from dataclasses import dataclass

from pair import PersistenceLayer, get_persistence


@dataclass
class Base:
    db: PersistenceLayer


@dataclass
class Bank(Base):
    key: str = "ann"
    limit: int = 3

    async def run(self):
        print(self.db.gold(self.key), self.db.names()[: self.limit])


async def main():
    await Bank(get_persistence()).run()
    await Bank(get_persistence(), "bob", 1).run()


asyncio.run(main())
