# Async: bank.amount
import asyncio

from layer import PersistenceLayer


async def main():
    from bank import amount

    db = PersistenceLayer()
    print(amount(db, "ann"), amount(db, key="bob"))


asyncio.run(main())
