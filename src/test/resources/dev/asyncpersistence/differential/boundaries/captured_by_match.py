# Lifted: Bank.amount
# Left: UNRESOLVED_CALLER 1
# Still blocks: 3
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
        case {"bank": bank} if bank.amount("ann") > 3:
            print("rich", bank.amount("bob"))
        case [bank, *_]:
            print("first", bank.amount("bob"))
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
