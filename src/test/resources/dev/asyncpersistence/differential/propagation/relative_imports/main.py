# Async: game.purse.amount, game.rooms.inn.Inn.bill
import asyncio

from layer import PersistenceLayer
from game.rooms.inn import Inn


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()


asyncio.run(main())
