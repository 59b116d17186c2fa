# Prints: before
# Prints: not caught
# Prints: ['unknown']
import asyncio


async def find(player):
    await asyncio.sleep(0)
    raise LookupError("unknown")


async def main():
    print("before")
    try:
        task = asyncio.ensure_future(find("ann"))
        print("not caught")
    except LookupError as error:
        print("caught", error)
    print([str(error) for error in await asyncio.gather(task, return_exceptions=True)])


asyncio.run(main())
