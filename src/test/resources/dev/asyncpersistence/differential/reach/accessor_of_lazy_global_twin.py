# Awaits: none
"""The async accessor gives the layer of another database than the sync one."""
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
        _async_db = AsyncPersistenceLayer("main")
    return _async_db


async def main():
    p = get_db()
    print(p.gold("ann"), p.names(), await get_async_db().gold("bob"))


asyncio.run(main())
