# Awaits: none
"""A global variable of another module holds a sync layer that no accessor gives."""
import asyncio

from store import persistence


async def main():
    print(persistence.gold("ann"), persistence.names())


asyncio.run(main())
