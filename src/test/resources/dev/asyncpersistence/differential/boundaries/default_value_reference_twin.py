# Async: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


async def show(key, read=None):
    print(key, amount(key) if read is None else read(key))


async def main():
    await show("ann")
    await show("bob", len)


asyncio.run(main())
