# Async: amount
import asyncio

from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)


if len("guess") == 5:
    guess = lambda db, key: len(key)


async def main():
    db = PersistenceLayer()
    print(amount(db, "ann"), db.gold("bob"))
    print(db.log, db.rows)


asyncio.run(main())
