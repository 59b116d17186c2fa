# Lifted: Bank.amount
# Left: UNRESOLVED_CALLER 1
# Still blocks: 3
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)


class Town:
    def __init__(self, db: PersistenceLayer):
        self.banks: dict[str, Bank] = {}
        self.banks["first"] = Bank(db)

    async def run(self, bank: Bank):
        stack = [bank]
        print(self.banks.get("first").amount("ann"), stack.pop().amount("bob"))
        print(next(each for each in [bank]).amount("bob"), bank.amount("ann"))


async def main():
    db = PersistenceLayer()
    await Town(db).run(Bank(db))
    print(db.log, db.rows)


asyncio.run(main())
