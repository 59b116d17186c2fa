# Async: Bank.amount, Inn.bill
import asyncio
from dataclasses import dataclass

from layer import PersistenceLayer


@dataclass
class Bank:
    db: PersistenceLayer

    def amount(self, key):
        return self.db.gold(key)


@dataclass
class Inn:
    bank: Bank
    price: int = 3

    def bill(self, key):
        return self.bank.amount(key) - self.price


async def main():
    inn = Inn(Bank(PersistenceLayer()))
    print(inn.bill("ann"), inn.bill("bob"), inn.bank.amount("bob"))


asyncio.run(main())
