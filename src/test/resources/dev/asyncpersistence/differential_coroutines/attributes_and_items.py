# Prints: ANN 3 True
# Prints: {'name': 'ann', 'gold': 4}
# Before: 'coroutine' object is not subscriptable
import asyncio

ROWS = {"ann": {"name": "ann", "gold": 3}}


async def row(player):
    await asyncio.sleep(0)
    return ROWS[player]


async def main():
    print(row("ann")["name"].upper(), row("ann").get("gold"), "gold" in row("ann").keys())
    row("ann")["gold"] += 1
    print(await row("ann"))


asyncio.run(main())
