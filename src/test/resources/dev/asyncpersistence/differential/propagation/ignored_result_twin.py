# Left: OFF_LOOP 2
# Unchanged
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
        await asyncio.to_thread(self.deposit, "ann", 1)
        await asyncio.to_thread(self.touch, "ann")
        print(list(self.db.rows))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
