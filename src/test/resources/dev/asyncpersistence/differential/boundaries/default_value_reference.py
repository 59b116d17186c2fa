# Left: CALLBACK 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


async def show(key, read=amount):
    print(key, read(key))


async def main():
    await show("ann")
    await show("bob", len)


asyncio.run(main())
