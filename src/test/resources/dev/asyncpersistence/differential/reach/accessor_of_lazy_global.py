# Awaits: async_p.gold
# After: async_p = get_async_db()
"""The accessors make the layers when they are asked first."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer

_db: PersistenceLayer | None = None
_async_db: AsyncPersistenceLayer | None = None


def get_db() -> PersistenceLayer:
    global _db
    if _db is None:
        _db = PersistenceLayer("archive")
    return _db


def get_async_db() -> AsyncPersistenceLayer:
    global _async_db
    if _async_db is None:
        _async_db = AsyncPersistenceLayer("archive")
    return _async_db


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
