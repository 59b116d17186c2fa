# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Door:
    def __init__(self, bank: "Bank"):
        self.bank = bank

    async def __aenter__(self):
        print("enter", self.bank.amount("ann"))
        return self

    async def __aexit__(self, *error):
        print("exit", self.bank.amount("bob"))

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.bank.amount("bob") > 6:
            raise StopAsyncIteration
        return 1


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        async with Door(self) as door:
            print("inside", self.amount("ann") * 2)
            print([each async for each in door])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
