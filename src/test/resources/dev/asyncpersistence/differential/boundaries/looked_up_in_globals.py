# Lifted: amount
# Left: UNRESOLVED_CALLER 1
# Still blocks: 1
import asyncio

from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)


async def main():
    db = PersistenceLayer()
    print(amount(db, "ann"), globals()["amount"](db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
