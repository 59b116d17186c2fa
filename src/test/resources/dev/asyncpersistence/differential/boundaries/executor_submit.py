# Left: OFF_LOOP 1
# Unchanged
import asyncio
import concurrent.futures

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        with concurrent.futures.ThreadPoolExecutor(1) as executor:
            future = executor.submit(self.amount, "ann")
            print(await asyncio.wrap_future(future))
            print(list(executor.map(self.amount, ["bob", "ann"])))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
