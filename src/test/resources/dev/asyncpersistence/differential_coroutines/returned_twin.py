# Prints: 3
# Prints: 3
# Prints: 3
# Prints: 3
import asyncio
from collections.abc import Awaitable


async def gold(player):
    await asyncio.sleep(0)
    return 3


def of(player):
    return gold(player)


async def declared(player) -> Awaitable[int]:
    return gold(player)


async def kept(player):
    return gold(player)


async def twice(player):
    return gold(player)


async def ask(player):
    return await (await twice(player))


async def main():
    print(await of("ann"))
    print(await (await declared("ann")))
    pending = await kept("ann")
    print(await pending)
    print(await ask("ann"))


asyncio.run(main())
