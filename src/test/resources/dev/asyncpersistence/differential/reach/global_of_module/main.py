# Awaits: store.async_persistence.gold
"""The other module's global variables are read on the module."""
import asyncio

import store


async def main():
    print(store.persistence.gold("ann"), store.persistence.names())


asyncio.run(main())
