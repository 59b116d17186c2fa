# Awaits: pair.get_async_persistence().gold
"""The accessor is called on its module."""
import asyncio

import pair


async def main():
    print(pair.get_persistence().gold("ann"), pair.get_persistence().names())


asyncio.run(main())
