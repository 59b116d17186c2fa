# Left: SYNC_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer
from bank import Bank
import tools


async def main():
    bank = Bank(PersistenceLayer())
    print(bank.amount("ann"), bank.last)


bank = Bank(PersistenceLayer())
print(tools.best(bank))
asyncio.run(main())
