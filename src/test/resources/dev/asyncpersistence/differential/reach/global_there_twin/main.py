# Awaits: none
"""The other module's async layer is that of another database."""
import asyncio

from store import persistence


async def main():
    print(persistence.gold("ann"), persistence.names())


asyncio.run(main())
