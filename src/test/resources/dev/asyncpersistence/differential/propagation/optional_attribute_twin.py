# Unchanged
import asyncio
from typing import Optional

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.peek(key)[0]["gold"]


class Inn:
    def __init__(self, bank: Optional[Bank] = None):
        self.bank = bank
        self.vault: Bank | None = bank

    async def run(self):
        if self.bank is not None and self.bank.amount("ann") > 4:
            print("rich", self.vault.amount("bob"))
        else:
            print("no bank")


async def main():
    await Inn(Bank(PersistenceLayer())).run()
    await Inn().run()


asyncio.run(main())
