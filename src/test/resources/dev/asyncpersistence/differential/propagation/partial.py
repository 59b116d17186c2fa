# Async: Bank.amount
import asyncio
import functools

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key, factor=1):
        return self.db.gold(key) * factor

    async def run(self):
        show = functools.partial(print, self.amount("ann", 3))
        show(self.amount("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
