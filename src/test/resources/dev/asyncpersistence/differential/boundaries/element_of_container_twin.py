# Async: Bank.amount
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
        stack = [bank.amount("bob")]
        print(self.banks.get("second"), stack.pop())
        print(next(each for each in [3]), bank.amount("ann"))


async def main():
    db = PersistenceLayer()
    await Town(db).run(Bank(db))
    print(db.log, db.rows)


asyncio.run(main())
