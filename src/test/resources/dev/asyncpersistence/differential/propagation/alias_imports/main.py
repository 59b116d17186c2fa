# Async: bank.amount
import asyncio

from layer import PersistenceLayer

import bank as money
from bank import amount as how_much
from board import amount


async def main():
    db = PersistenceLayer()
    print(how_much(db, "ann"), amount(db, "ann"), money.amount(db, "bob"))


asyncio.run(main())
