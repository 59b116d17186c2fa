# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        loop = asyncio.get_running_loop()
        print(await loop.run_in_executor(None, len, "ann"))
        print(self.amount("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
