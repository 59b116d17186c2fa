# Awaits: async_persistence.gold
# After: async_persistence = get_async_persistence()
# After: from store import async_persistence, persistence
"""A global variable of another module holds the sync layer."""
import asyncio

from store import persistence


async def main():
    print(persistence.gold("ann"), persistence.names())


asyncio.run(main())
