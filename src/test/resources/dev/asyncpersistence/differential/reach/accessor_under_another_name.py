# Awaits: get_async_persistence().gold
"""The accessor is imported under another name."""
import asyncio

from pair import get_persistence as layer


async def main():
    print(layer().gold("ann"), layer().names())


asyncio.run(main())
