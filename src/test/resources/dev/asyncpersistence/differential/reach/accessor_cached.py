# Awaits: async_p.gold
# After: async_p = get_async_db()
"""Caches give each caller the same layer."""
import asyncio
import functools

from pair import AsyncPersistenceLayer, PersistenceLayer


@functools.cache
def get_db() -> PersistenceLayer:
    return PersistenceLayer("archive")


@functools.lru_cache(maxsize=1)
def get_async_db() -> AsyncPersistenceLayer:
    return AsyncPersistenceLayer("archive")


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
