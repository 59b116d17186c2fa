# Lifted: game.bank.amount
# Left: UNRESOLVED_CALLER 1
# Still blocks: 1
import asyncio

import game.bank
from game import amount
from layer import PersistenceLayer


async def main():
    db = PersistenceLayer()
    print(game.bank.amount(db, "ann"), amount(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
