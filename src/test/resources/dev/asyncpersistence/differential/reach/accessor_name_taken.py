# Awaits: none
"""The module has something else under the async accessor's name."""
import asyncio

from pair import get_persistence


def get_async_persistence():
    return "a text"


async def main():
    p = get_persistence()
    print(p.gold("ann"), p.names(), get_async_persistence())


asyncio.run(main())
