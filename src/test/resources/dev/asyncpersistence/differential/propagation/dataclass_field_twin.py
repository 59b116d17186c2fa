# Left: CALLBACK 1
# Still blocks: 2
# Unchanged
import asyncio
from dataclasses import dataclass
from typing import Callable

from layer import PersistenceLayer


@dataclass
class Bank:
    db: PersistenceLayer

    def amount(self, key):
        return self.db.gold(key)


@dataclass
class Inn:
    amount: Callable[[str], int]
    price: int = 3

    def bill(self, key):
        return self.amount(key) - self.price


async def main():
    inn = Inn(Bank(PersistenceLayer()).amount)
    print(inn.bill("ann"), inn.bill("bob"))


asyncio.run(main())
