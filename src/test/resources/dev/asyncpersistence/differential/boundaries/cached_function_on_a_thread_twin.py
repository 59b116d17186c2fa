# Left: CACHED_FUNCTION 1
# Still blocks: 2
# Unchanged
import asyncio
import functools

from layer import PersistenceLayer

db = PersistenceLayer()


@functools.cache
def amount(key):
    return db.gold(key)


async def main():
    print(list(map(amount, ["ann", "bob", "ann"])), amount.cache_info().hits)


asyncio.run(main())
