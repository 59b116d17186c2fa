# Awaits: async_p.gold
# After: async_p = get_async_persistence()
"""A local variable that is bound and used in one branch."""
import asyncio

from pair import get_persistence


async def show(old):
    if old:
        print("nothing")
    else:
        p = get_persistence()
        print(p.gold("ann"), p.names())


async def main():
    await show(old=True)
    await show(old=False)


asyncio.run(main())
