# Lifted: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()
count = 0


def amount(key):
    count = 10
    return db.gold(key) + count


async def main():
    print(amount("ann"), count)


if __name__ == "__main__":
    print(amount("bob"), count)
    asyncio.run(main())
