# Awaits: none
"""A local variable that holds another database's layer later on."""
import asyncio

from pair import PersistenceLayer, get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names())
    p = PersistenceLayer("archive")
    print(p.gold("ann"), p.names())


asyncio.run(main())
