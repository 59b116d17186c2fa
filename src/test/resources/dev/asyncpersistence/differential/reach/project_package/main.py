# Awaits: game.get_async_persistence().gold, self.async_persistence.gold
# After: print(asyncio.run(Bank().gold("ann")), asyncio.run(direct()), asyncio.run(Bank().gold("ann")))
# After: def __init__(self, async_persistence: AsyncPersistenceLayer | None = None):
"""A package that passes on what its modules define."""
import asyncio

import game
from game import Bank


async def direct():
    return game.get_persistence().gold("bob")


print(asyncio.run(Bank().gold("ann")), asyncio.run(direct()), asyncio.run(Bank(game.get_persistence()).gold("ann")))
