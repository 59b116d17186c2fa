# Awaits: async_p.gold
# After: async_p = get_async_persistence()
"""The local variable that holds the async layer is bound behind the call."""
import asyncio

from pair import get_async_persistence, get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names())
    layer2 = get_async_persistence()
    print(await layer2.gold("bob"))


asyncio.run(main())
