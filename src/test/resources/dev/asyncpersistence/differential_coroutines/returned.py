# Prints: 3
# Prints: 3
# Prints: True
# Before: <coroutine object gold at
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def of(player):
    return gold(player)


async def either(player):
    return 0 if not player else gold(player)


async def main():
    print(await of("ann"))
    print(await either("ann"))
    print(sum(await asyncio.gather(of("ann"), either("ann"))) == 6)


asyncio.run(main())
