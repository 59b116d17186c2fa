# Left: NOT_REACHED 1
# Unchanged
import asyncio
from typing import Protocol

from layer import PersistenceLayer


class Purse(Protocol):
    def amount(self, key: str) -> int: ...


class DiskPurse:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def gold(self, key: str) -> int:
        return self.db.gold(key)

    def amount(self, key: str) -> int:
        return len(key)


async def show(purse: Purse):
    print(purse.amount("ann"), purse.amount("bob") + 100)


asyncio.run(show(DiskPurse(PersistenceLayer())))
