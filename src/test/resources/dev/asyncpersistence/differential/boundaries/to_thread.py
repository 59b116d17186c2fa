# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(await asyncio.to_thread(self.amount, "ann"))
        print(await asyncio.to_thread(lambda: self.amount("bob") + 1))
        print(await asyncio.gather(*(asyncio.to_thread(self.amount, key) for key in ["bob", "ann"])))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
