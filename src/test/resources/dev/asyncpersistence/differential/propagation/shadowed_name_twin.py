# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)


async def show(amount):
    print(amount("ann"))


async def count():
    amount = str.upper
    print(amount("bob"))


async def main():
    await show(len)
    await count()


print(amount(PersistenceLayer(), "ann"))
asyncio.run(main())
