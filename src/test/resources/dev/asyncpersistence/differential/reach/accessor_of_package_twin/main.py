# Awaits: get_async_persistence().gold
# After: from pair import get_async_persistence
"""The package hands on the accessor, but not its twin."""
import asyncio

import game


async def main():
    print(game.get_persistence().gold("ann"), game.get_persistence().names())


asyncio.run(main())
