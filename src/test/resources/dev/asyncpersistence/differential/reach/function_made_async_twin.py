# Async: amount
# Awaits: none
# After: async def amount(db, key):
"""A sync function becomes a coroutine function, and has no async layer within reach."""
import asyncio

from pair import PersistenceLayer


def amount(db, key):
    return db.gold(key), db.names()


async def main():
    print(amount(PersistenceLayer("archive"), "ann"))


asyncio.run(main())
