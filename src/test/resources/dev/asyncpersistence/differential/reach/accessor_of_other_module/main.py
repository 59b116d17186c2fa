# Awaits: async_p.gold
# After: async_p = get_async_persistence()
# After: from archive import get_async_persistence, get_persistence
"""Two modules have accessors of the same names, for different databases."""
import asyncio

from archive import get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names())


asyncio.run(main())
