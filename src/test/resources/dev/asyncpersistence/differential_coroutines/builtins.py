# Prints: False 3 ann ['a', 'n', 'n'] 3
# Before: object of type 'coroutine' has no len()
import asyncio


async def name():
    await asyncio.sleep(0)
    return "ann"


async def is_admin():
    await asyncio.sleep(0)
    return False


async def main():
    kept = name()
    print(bool(is_admin()), len(name()), str(name()), list(name()), len(kept))


asyncio.run(main())
