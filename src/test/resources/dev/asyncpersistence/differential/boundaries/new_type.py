# Lifted: Bank.amount
# Left: UNRESOLVED_CALLER 1
# Still blocks: 1
import asyncio
from typing import NewType

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


Main = NewType("Main", Bank)


async def show(bank: Main):
    print(bank.amount("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"))
    await show(Main(bank))
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
