# Prints: ann: 3, rich
# Prints: bob: 3, ?
# Prints: [3, 3]
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def is_rich(player):
    await asyncio.sleep(0)
    return True


QUEUE = []


async def describe(player, known):
    amount = kept = gold(player)
    rich = is_rich(player) if known else None
    later = gold(player) if player else None
    if later is not None:
        QUEUE.append(later)
    word = "?"
    if rich:
        word = "rich" if await rich else "poor"
    print(player + ":", await kept, end=", ")
    print(word)


async def main():
    await describe("ann", True)
    await describe("bob", False)
    print(await asyncio.gather(*QUEUE))


asyncio.run(main())
