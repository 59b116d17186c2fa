# Prints: open room
# Prints: in room
# Prints: closed room
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def door(name):
    print("open", name)
    await asyncio.sleep(0)
    yield name
    print("closed", name)


async def main():
    async with door("room") as room:
        print("in", room)


asyncio.run(main())
