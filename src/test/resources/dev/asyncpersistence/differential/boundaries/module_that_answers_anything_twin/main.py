# Async: game.bank.amount
import asyncio

import game.bank
from game.bank import amount
from layer import PersistenceLayer


async def main():
    db = PersistenceLayer()
    print(game.bank.amount(db, "ann"), amount(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
