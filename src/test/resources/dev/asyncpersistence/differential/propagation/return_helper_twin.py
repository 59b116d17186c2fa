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
        if key == "ann":
            return self.amount(key)
        return self.amount(key), self.amount("ann")

    async def tell(self, key):
        return await asyncio.to_thread(self.worth, key)

    async def run(self):
        print(await self.tell("ann"), await self.tell("bob"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
