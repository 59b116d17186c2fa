# Async: Purse.amount, DiskPurse.amount
import asyncio
from typing import Protocol

from layer import PersistenceLayer


class Purse(Protocol):
    def amount(self, key: str) -> int: ...


class DiskPurse:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key: str) -> int:
        return self.db.gold(key)


async def show(purse: Purse):
    print(purse.amount("ann"), purse.amount("bob") + 100)


asyncio.run(show(DiskPurse(PersistenceLayer())))
