# Awaits: async_p.gold
# After: async_p = get_async_persistence()
"""Two local variables, one for each database."""
import asyncio

from pair import PersistenceLayer, get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names())
    q = PersistenceLayer("archive")
    print(q.gold("ann"), q.names())


asyncio.run(main())
