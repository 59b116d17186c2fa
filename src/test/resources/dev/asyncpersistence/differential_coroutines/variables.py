# Prints: ann: 3, rich
# Prints: bob: 3, rich
# Prints: cem: 3, poor
# Before: unsupported operand type(s) for +: 'coroutine' and 'int'
import asyncio

RICH = {"ann", "bob"}


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def is_rich(player):
    await asyncio.sleep(0)
    return player in RICH


async def describe(player, known=True):
    amount = gold(player)
    rich = is_rich(player) if known else None
    word = "poor"
    if rich:
        word = "rich"
    print(player + ":", amount + 0, end=", ")
    print(word)
    unused = gold(player)


async def main():
    for player in ["ann", "bob", "cem"]:
        await describe(player)


asyncio.run(main())
