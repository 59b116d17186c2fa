# Async: amount
import asyncio

from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)


async def main():
    db = PersistenceLayer()
    print(amount(db, "ann"), amount(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
