# Async: bank.Bank.amount, tools.best
import asyncio

from layer import PersistenceLayer
from bank import Bank
import tools


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"), bank.last)
    print(tools.best(bank))


asyncio.run(main())
