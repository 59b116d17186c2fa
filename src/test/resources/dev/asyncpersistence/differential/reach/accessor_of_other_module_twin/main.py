# Awaits: none
"""The async accessor of the fitting name belongs to another module and another database."""
import asyncio

from archive import get_persistence


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names())


asyncio.run(main())
