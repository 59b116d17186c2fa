# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def worth(self, key):
        return self.amount(key) * 10

    async def run(self):
        print(await asyncio.to_thread(self.worth, "ann"), await asyncio.to_thread(lambda: self.amount("bob")))
        print(await asyncio.get_running_loop().run_in_executor(None, self.worth, "bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
