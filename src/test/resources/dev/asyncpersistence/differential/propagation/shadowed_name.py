# Async: amount
import asyncio

from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)


async def show(db, size):
    print(size("ann"), amount(db, "bob"))


async def main():
    await show(PersistenceLayer(), len)


asyncio.run(main())
