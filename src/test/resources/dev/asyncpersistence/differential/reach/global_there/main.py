# Awaits: async_persistence.gold
# After: from store import async_persistence, persistence
"""Another module has both layers as global variables; only the sync one is imported."""
import asyncio

from store import persistence


async def main():
    print(persistence.gold("ann"), persistence.names())


asyncio.run(main())
