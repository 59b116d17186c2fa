# Prints: 1 2 3 4 5 6
# Before: unsupported operand type(s)
import asyncio


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


class Richer(Bank):
    async def gold(self):
        return super().gold() + 4


async def main():
    bank = Bank()
    gold = bank.gold
    print(
        1 + gold(),
        1 + Bank.silver(),
        1 + bank.copper(),
        1 + bank(),
        1 + await Richer().gold(),
        6 + getattr(bank, "gold")(),
    )


asyncio.run(main())
