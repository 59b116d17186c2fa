# Async: Bank.first, Bank.take
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.left = 2

    def first(self, letter):
        return next((name for name in self.db.names() if name.startswith(letter)), None)

    def take(self):
        if not self.left:
            raise LookupError
        self.left -= 1
        return self.db.gold("ann")

    async def run(self):
        try:
            print(self.first("b"), self.take(), self.take())
            print(self.first("z"))
        except LookupError:
            print("nobody")
        try:
            print(self.take())
        except LookupError:
            print("nothing")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
