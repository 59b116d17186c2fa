# Async: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()
misses = []


def amount(key):
    misses.append(key)
    return db.gold(key)


async def main():
    print(amount("ann"), amount("ann"), amount("bob"), misses)


asyncio.run(main())
