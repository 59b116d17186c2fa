# Prints: ['ann'] [3, 3]
# Prints: [3, 3] [3, 3] [3, 3]
import asyncio


async def is_admin(player):
    await asyncio.sleep(0)
    return player == "ann"


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def main():
    players = ["ann", "bob"]
    print([player for player in players if await is_admin(player)], [await gold(player) for player in players])
    tasks = [gold(player) for player in players]
    amounts = [await task for task in tasks]
    gathered = await asyncio.gather(*(gold(player) for player in players))
    one_by_one = []
    for task in [gold(player) for player in players]:
        one_by_one.append(await task)
    print(amounts, gathered, one_by_one)


asyncio.run(main())
