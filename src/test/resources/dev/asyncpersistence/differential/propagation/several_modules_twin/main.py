# Unchanged
import asyncio

from layer import PersistenceLayer
from bank import amount
import shop

db = PersistenceLayer()


def bill(key):
    return amount(db, key) + shop.price(db, key)


async def main():
    print(bill("ann"), amount(db, "bob"), shop.price(db, "bob"))


asyncio.run(main())
