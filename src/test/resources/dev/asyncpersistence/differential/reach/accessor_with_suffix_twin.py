# Awaits: none
"""The async accessor makes a layer each time, the sync one gives a shared one."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer

db = PersistenceLayer("archive")


def get_db() -> PersistenceLayer:
    return db


def get_db_async() -> AsyncPersistenceLayer:
    return AsyncPersistenceLayer("archive")


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
