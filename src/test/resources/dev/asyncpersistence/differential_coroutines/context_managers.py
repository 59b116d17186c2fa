# Prints: open room
# Prints: in room
# Prints: closed room
# Before: 'coroutine' object does not support the context manager protocol
import asyncio
from contextlib import contextmanager


@contextmanager
def door(name):
    print("open", name)
    yield name
    print("closed", name)


async def find_door(name):
    await asyncio.sleep(0)
    return door(name)


async def main():
    with find_door("room") as room:
        print("in", room)


asyncio.run(main())
