# Async: Bank.amount, Bank.first
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def first(self):
        if (name := self.db.names()[0]) != "bob":
            return name, self.amount(name)
        return None

    async def run(self):
        if (gold := self.amount("bob")) > 6:
            print("rich", gold)
        print([g for key in ["ann", "bob"] if (g := self.amount(key)) > 5], (found := self.first()), found)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
