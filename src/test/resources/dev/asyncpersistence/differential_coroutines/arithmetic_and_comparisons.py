# Prints: 7 -3 9 True False True ann
# Prints: 5
# Before: unsupported operand type(s)
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return len(player)


async def main():
    print(
        1 + gold("ann") * 2,
        -gold("ann"),
        gold("ann") ** 2,
        gold("ann") == 3,
        gold("ann") is None,
        2 < gold("ann") < 4,
        "xyz ann"[gold("four"):],
    )
    total = 2
    total += gold("ann")
    print(total)


asyncio.run(main())
