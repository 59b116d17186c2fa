# Left: CACHED_FUNCTION 1
# Still blocks: 2
# Unchanged
import asyncio
import functools

from layer import PersistenceLayer

db = PersistenceLayer()
misses = []


@functools.lru_cache(maxsize=None)
def amount(key):
    misses.append(key)
    return db.gold(key)


async def main():
    print(amount("ann"), amount("ann"), amount("bob"), misses)


asyncio.run(main())
