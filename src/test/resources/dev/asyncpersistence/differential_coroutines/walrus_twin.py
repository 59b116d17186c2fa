# Prints: found sword
# Prints: nothing
import asyncio


async def find(thing):
    await asyncio.sleep(0)
    return thing if thing == "sword" else None


async def look(thing):
    if (pending := find(thing)) is not None:
        print(f"found {found}" if (found := await pending) else "nothing")


async def main():
    await look("sword")
    await look("shield")


asyncio.run(main())
