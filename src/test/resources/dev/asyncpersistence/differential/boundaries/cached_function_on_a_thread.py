# Lifted: amount
import asyncio
import functools

from layer import PersistenceLayer

db = PersistenceLayer()


@functools.cache
def amount(key):
    return db.gold(key)


async def main():
    print(amount("ann"), amount("ann"), amount("bob"), amount.cache_info().hits)


asyncio.run(main())
