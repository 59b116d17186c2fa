# Awaits: layer2.gold
"""A local variable holds the async layer before the call."""
import asyncio

from pair import get_async_persistence, get_persistence


async def main():
    layer2 = get_async_persistence()
    p = get_persistence()
    print(p.gold("ann"), p.names(), await layer2.gold("bob"))


asyncio.run(main())
