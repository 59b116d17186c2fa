# Awaits: async_persistence.gold
# After: async_persistence = get_async_persistence()
"""A global variable of the module holds the sync layer."""
import asyncio

from pair import get_persistence

persistence = get_persistence()


async def main():
    print(persistence.gold("ann"), persistence.names())


asyncio.run(main())
