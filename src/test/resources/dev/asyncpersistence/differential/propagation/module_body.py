# Async: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


BONUS = len(db.rows)


async def main():
    print(amount("ann") + BONUS, amount("bob"))


asyncio.run(main())
