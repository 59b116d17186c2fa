# Async: bank.amount
import asyncio

import bank
from layer import PersistenceLayer


async def main():
    db = PersistenceLayer()
    print(bank.amount(db, "ann"))
    bank.guess = lambda db, key: len(key)
    print(bank.amount(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
