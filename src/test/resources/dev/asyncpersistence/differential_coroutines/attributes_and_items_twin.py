# Prints: ANN 3 True
# Prints: closed
import asyncio

ROWS = {"ann": {"name": "ann", "gold": 3}}


async def row(player):
    await asyncio.sleep(0)
    return ROWS[player]


async def main():
    print((await row("ann"))["name"].upper(), (await row("ann")).get("gold"), "gold" in (await row("ann")).keys())
    row("ann").close()
    unused = row("ann")
    unused.close()
    print("closed")


asyncio.run(main())
