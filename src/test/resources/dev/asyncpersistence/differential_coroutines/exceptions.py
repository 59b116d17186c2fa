# Prints: before
# Prints: caught unknown
# Prints: after
# Before: not caught
import asyncio


async def find(player):
    await asyncio.sleep(0)
    raise LookupError("unknown")


async def main():
    print("before")
    try:
        find("ann")
        print("not caught")
    except LookupError as error:
        print("caught", error)
    print("after")


asyncio.run(main())
