# Async: Bank.deposit, Bank.touch
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def touch(self, key):
        self.db.load(key)

    def deposit(self, key, gold):
        self.db.save(key, {"name": key, "gold": gold})
        return "done"

    async def run(self):
        self.deposit("ann", 1)
        self.touch("ann")
        self.deposit("bob", 2); self.touch("bob")
        _ = self.deposit("eve", 3)
        (self.touch("eve"))
        print(list(self.db.rows))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
