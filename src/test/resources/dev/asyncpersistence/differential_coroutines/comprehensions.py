# Prints: ['ann'] {'ann': 3} [3, 3]
# Prints: ['ann'] 3
# Before: was never awaited
import asyncio


async def is_admin(player):
    await asyncio.sleep(0)
    return player == "ann"


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def main():
    players = ["ann", "bob"]
    print(
        [player for player in players if is_admin(player)],
        {player: gold(player) + 0 for player in players if not not is_admin(player)},
        [gold(player) * 1 for player in players],
    )
    print(sorted(player for player in players if is_admin(player)), max(gold(player) - 0 for player in players))


asyncio.run(main())
