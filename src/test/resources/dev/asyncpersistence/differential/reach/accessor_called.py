# Awaits: get_async_persistence().gold, get_async_persistence().load
# After: print(await get_async_persistence().gold("ann"), (await get_async_persistence().load("bob"))["name"])
# After: from pair import get_async_persistence
# Gone: get_persistence()
"""The accessor is called where the layer is used."""
import asyncio

from pair import get_persistence


async def main():
    print(get_persistence().gold("ann"), get_persistence().load("bob")["name"])


asyncio.run(main())
