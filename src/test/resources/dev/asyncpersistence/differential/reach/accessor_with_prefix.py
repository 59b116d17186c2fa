# Awaits: async_p.gold
# After: async_p = async_get_db()
"""The async accessor has the sync one's name behind a prefix."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer

db = PersistenceLayer("archive")
async_db = AsyncPersistenceLayer("archive")


def get_db() -> PersistenceLayer:
    return db


def async_get_db() -> AsyncPersistenceLayer:
    return async_db


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
