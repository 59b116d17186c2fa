# Prints: 7 True True
# Prints: 5
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return len(player)


async def main():
    pending = gold("ann") if len("ann") == 3 else None
    print(1 + await gold("ann") * 2, await gold("ann") == 3, pending is not None)
    total = 2
    if pending is not None:
        total += await pending
    print(total)


asyncio.run(main())
