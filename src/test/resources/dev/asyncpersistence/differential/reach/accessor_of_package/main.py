# Awaits: game.get_async_persistence().gold
# After: print(await game.get_async_persistence().gold("ann"), await asyncio.to_thread(game.get_persistence().names))
"""The package that hands on the accessor hands on its twin, too."""
import asyncio

import game


async def main():
    print(game.get_persistence().gold("ann"), game.get_persistence().names())


asyncio.run(main())
