# Prints: ann has 3 and ( 3), {gold('ann')}
import asyncio


async def gold(player):
    await asyncio.sleep(0)
    return 3


async def main():
    print(f"ann has {await gold('ann')} and ({await gold('ann')!r:>2}), {{gold('ann')}}")


asyncio.run(main())
