# Prints: 3
# Prints: 3
# Prints: done
# Before: asyncio.run() cannot be called from a running event loop
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def count(player):
    return asyncio.run(gold(player))


async def main():
    print(await count("ann"))
    print(asyncio.run(count("bob")))


if __name__ == "__main__":
    asyncio.run(main())
    print("done")
