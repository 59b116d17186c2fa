# Async: game.purse.amount
import asyncio

from layer import PersistenceLayer
from game import amount


async def main():
    print(amount(PersistenceLayer(), "ann"), amount(PersistenceLayer(), "bob"))


asyncio.run(main())
