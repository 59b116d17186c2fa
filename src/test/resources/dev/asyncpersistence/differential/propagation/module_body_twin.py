# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


BONUS = amount("bob")


async def main():
    print(BONUS)


asyncio.run(main())
