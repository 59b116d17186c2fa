# Prints: 1 2 3 4 [5, 5]
import asyncio
from functools import partial


class Bank:
    async def gold(self):
        return 0

    @staticmethod
    async def silver():
        return 1

    @classmethod
    async def copper(cls):
        return 2

    async def __call__(self):
        return 3


async def retry(make):
    return await make()


async def main():
    bank = Bank()
    gold = bank.gold
    factories = [lambda: bank(), partial(bank)]
    print(
        1 + await gold(),
        1 + await retry(Bank.silver),
        1 + await retry(lambda: bank.copper()),
        1 + await bank(),
        [2 + await make() for make in factories],
    )


asyncio.run(main())
