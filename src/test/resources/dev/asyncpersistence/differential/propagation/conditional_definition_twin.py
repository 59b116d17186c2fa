# Unchanged
import asyncio
import sys

from layer import PersistenceLayer

if sys.version_info >= (3, 10):

    def amount(db: PersistenceLayer, key):
        return db.peek(key)

else:

    def amount(db: PersistenceLayer, key):
        return db.peek(key)


async def main():
    db = PersistenceLayer()
    print(amount(db, "ann"), amount(db, "bob"))


asyncio.run(main())
