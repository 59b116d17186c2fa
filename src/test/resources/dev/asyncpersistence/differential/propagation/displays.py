# Async: Bank.amount, Bank.row
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        print("amount", key)
        return self.db.gold(key)

    def row(self, key):
        print("row", key)
        return self.db.load(key)

    async def run(self):
        print({self.amount("ann"): self.row("ann"), "extra": self.amount("bob"), **self.row("bob")})
        print([self.amount("bob"), *self.row("ann")], (self.amount("ann"),), {self.amount("bob")})


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
