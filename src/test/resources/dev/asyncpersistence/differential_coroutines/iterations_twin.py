# Prints: ann
# Prints: bob
# Prints: ['ANN', 'BOB'] 6
import asyncio


async def names():
    for name in ["ann", "bob"]:
        await asyncio.sleep(0)
        yield name


async def main():
    async for name in names():
        print(name)
    print([name.upper() async for name in names()], sum([len(name) async for name in names()]))


asyncio.run(main())
