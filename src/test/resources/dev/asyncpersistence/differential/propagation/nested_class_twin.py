# Left: NOT_REACHED 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Inn:
    class Bill:
        def __init__(self, db: PersistenceLayer):
            self.db = db

        def total(self, key):
            return self.db.gold(key)

    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.bill = Inn.Bill(db)

    def total(self, key):
        return "no bill for " + key

    async def run(self):
        print(self.total("ann"), self.total("bob"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
