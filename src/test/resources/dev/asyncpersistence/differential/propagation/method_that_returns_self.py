# Async: Bank.amount
import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def opened(self) -> "Self":
        return self

    def amount(self, key):
        return self.db.gold(key)


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.opened().amount("ann"))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
