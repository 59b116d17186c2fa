# Awaits: self.async_db.gold
# After: async_db: AsyncPersistenceLayer = field(default_factory=get_async_persistence)
# After: from dataclasses import dataclass, field
# After: bank = Bank(box.persistence, "bob", async_db=box.async_persistence)
"""A required field that is given another object's layer, which has the async one beside it."""
import asyncio
from dataclasses import dataclass

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


@dataclass
class Bank:
    db: PersistenceLayer
    key: str

    async def run(self):
        print(self.db.gold(self.key), self.db.names())


async def main():
    box = Box()
    bank = Bank(box.persistence, "bob")
    await bank.run()


asyncio.run(main())
