# Lifted: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


BONUS = amount("bob")


async def main():
    print(amount("ann"), BONUS)


asyncio.run(main())
