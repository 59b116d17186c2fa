# Prints: 3
# Prints: 3
# Prints: 3
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return 3


def count(player):
    return asyncio.run(gold(player))


async def main():
    print(await asyncio.to_thread(count, "ann"))
    print(await asyncio.to_thread(lambda: asyncio.run(gold("bob"))))


if __name__ == "__main__":
    asyncio.run(main())
    print(count("cem"))
