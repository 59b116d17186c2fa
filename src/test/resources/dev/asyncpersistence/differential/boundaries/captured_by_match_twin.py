# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


def bank(key):
    return key


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


async def show(thing):
    match thing:
        case {"bank": bank} if bank:
            print("rich")
        case [bank, *_]:
            print("first", bank is not None)
        case _:
            print("nothing")


async def main():
    it = Bank(PersistenceLayer())
    print(it.amount("ann"))
    await show({"bank": it})
    await show([it])
    await show(bank("ann"))
    print(it.db.log, it.db.rows)


asyncio.run(main())
