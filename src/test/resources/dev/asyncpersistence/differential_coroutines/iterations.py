# Prints: ann
# Prints: bob
# Prints: ['ANN', 'BOB'] ['ann', 'bob', 'cem'] 6
# Prints: [('ann', 'a'), ('bob', 'b')]
# Before: 'coroutine' object is not iterable
import asyncio


async def names():
    await asyncio.sleep(0)
    return ["ann", "bob"]


async def main():
    for name in names():
        print(name)
    print([name.upper() for name in names()], [*names(), "cem"], sum(len(name) for name in names()))
    print([(name, letter) for letter in "ab" for name in names() if name.startswith(letter)])


asyncio.run(main())
