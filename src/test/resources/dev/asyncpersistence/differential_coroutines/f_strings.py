# Prints: ann has 3 and ( 3), total 6
# Before: <coroutine object gold at
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def main():
    print(f"ann has {gold('ann')} and ({gold('ann')!r:>2}), total {2 * await gold('ann')}")


asyncio.run(main())
