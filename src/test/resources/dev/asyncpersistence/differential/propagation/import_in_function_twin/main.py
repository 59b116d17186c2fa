# Left: NOT_REACHED 1
# Unchanged
import asyncio

from layer import PersistenceLayer


async def main():
    from board import amount

    db = PersistenceLayer()
    print(amount(db, "ann"), amount(db, key="bob"))


asyncio.run(main())
