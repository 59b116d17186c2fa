# Awaits: none
"""The async accessor is a coroutine function."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer

db = PersistenceLayer("archive")
layers = [AsyncPersistenceLayer("archive")]


def get_db() -> PersistenceLayer:
    return db


async def async_get_db() -> AsyncPersistenceLayer:
    return layers[0]


async def main():
    p = get_db()
    print(p.gold("ann"), p.names())


asyncio.run(main())
