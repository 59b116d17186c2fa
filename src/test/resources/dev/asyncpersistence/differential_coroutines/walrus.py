# Prints: found sword
# Prints: nothing
# Before: found <coroutine object find at
import asyncio


async def find(thing):
    await asyncio.sleep(0)
    return thing if thing == "sword" else None


async def look(thing):
    if found := find(thing):
        print("found", found)
    else:
        print("nothing")


async def main():
    await look("sword")
    await look("shield")


asyncio.run(main())
