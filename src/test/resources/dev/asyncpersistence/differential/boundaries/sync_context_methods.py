# Left: DUNDER_METHOD 2
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Session:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def __enter__(self):
        return self.db.gold("ann")

    def __exit__(self, *error):
        self.db.save("ann", {"gold": 0})


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        with Session(self.db) as gold:
            print("inside", gold)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
