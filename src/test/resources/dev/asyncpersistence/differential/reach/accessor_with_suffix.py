# Awaits: async_p.gold
# After: async_p = get_db_async()
"""The async accessor has the sync one's name before a suffix; both make a layer each time."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


def get_db() -> PersistenceLayer:
    return PersistenceLayer("archive")


def get_db_async() -> AsyncPersistenceLayer:
    return AsyncPersistenceLayer("archive")


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
