# Awaits: none
"""Only the sync layer is cached."""
import asyncio
import functools

from pair import AsyncPersistenceLayer, PersistenceLayer


@functools.cache
def get_db() -> PersistenceLayer:
    return PersistenceLayer("archive")


def get_async_db() -> AsyncPersistenceLayer:
    return AsyncPersistenceLayer("archive")


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
