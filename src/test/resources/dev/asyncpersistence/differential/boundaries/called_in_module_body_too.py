# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()
seen = []


def amount(key):
    seen.append(key)
    return db.gold(key)


BONUS = amount("bob")


async def main():
    print(amount("ann"), BONUS, seen)


asyncio.run(main())
