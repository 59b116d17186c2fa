# Awaits: none
"""A function gives the global variable another database's layer."""
import asyncio

from pair import PersistenceLayer, get_persistence

persistence = get_persistence()


def switch():
    global persistence
    persistence = PersistenceLayer("archive")


async def main():
    print(persistence.gold("ann"), persistence.names())
    switch()
    print(persistence.gold("ann"), persistence.names())


asyncio.run(main())
