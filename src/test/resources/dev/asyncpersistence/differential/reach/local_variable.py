# Awaits: async_p.gold
# After: async_p = get_async_persistence()
# After: p = get_persistence()
# After: print(await async_p.gold("ann"), [await async_p.gold(key) for key in await asyncio.to_thread(p.names)])
# After: from pair import get_async_persistence, get_persistence
"""A local variable that holds what the accessor gives, and is needed as it is, too."""
import asyncio

from pair import get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), [p.gold(key) for key in p.names()])


asyncio.run(main())
