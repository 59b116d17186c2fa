# Left: NOT_REACHED 1
# Unchanged
import asyncio

from layer import PersistenceLayer
from board import *
from bank import *


def bill(db: PersistenceLayer, key):
    return amount(db, key) - PRICE


async def main():
    db = PersistenceLayer()
    print(amount(db, "ann"), bill(db, "bob"))


asyncio.run(main())
