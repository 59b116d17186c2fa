# Awaits: none
"""A local variable that holds one of two databases' layers."""
import asyncio

from pair import PersistenceLayer, get_persistence


async def show(old):
    if old:
        p = PersistenceLayer("archive")
    else:
        p = get_persistence()
    print(p.gold("ann"), p.names())


async def main():
    await show(old=True)
    await show(old=False)


asyncio.run(main())
