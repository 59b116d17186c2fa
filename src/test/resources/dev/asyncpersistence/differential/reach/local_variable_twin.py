# Awaits: async_p.gold
# After: async_p = get_async_persistence()
# After: from pair import get_async_persistence
# Gone: p = get_persistence()
"""A local variable that nothing uses any more."""
import asyncio

from pair import get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), [p.gold(key) for key in ["ann", "bob"]])


asyncio.run(main())
