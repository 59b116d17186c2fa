# Lifted: amount
# Left: CALLBACK 1
# Still blocks: 1
import asyncio

from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)


class Bank:
    amount = staticmethod(amount)


async def main():
    db = PersistenceLayer()
    print(Bank.amount(db, "ann"), amount(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
