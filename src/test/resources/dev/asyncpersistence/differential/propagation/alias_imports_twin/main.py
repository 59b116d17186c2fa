# Left: NOT_REACHED 1
# Unchanged
import asyncio

from layer import PersistenceLayer

import board as money
from board import amount as how_much
from board import amount


async def main():
    db = PersistenceLayer()
    print(how_much(db, "ann"), amount(db, "ann"), money.amount(db, "bob"))


asyncio.run(main())
