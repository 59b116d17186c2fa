# Prints: [('a', 'ann'), ('b', 'ann')]
# Prints: True
import asyncio
import inspect


async def name():
    await asyncio.sleep(0)
    return "ann"


async def main():
    pending = dict(a=name(), b=name())
    print(sorted(zip(pending, await asyncio.gather(*pending.values()))))
    probed = name()
    if inspect.isawaitable(probed):
        probed = await probed
    print(len(probed) == 3)


asyncio.run(main())
