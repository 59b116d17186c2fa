# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()
count = 0


def amount(key):
    global count
    count += 1
    return db.gold(key)


async def main():
    print(amount("ann"), count)


if __name__ == "__main__":
    print(amount("bob"), count)
    asyncio.run(main())
