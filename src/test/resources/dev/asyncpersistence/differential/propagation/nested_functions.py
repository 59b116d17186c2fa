# Async: Inn.total, Inn.total.amount, Inn.run.name
import asyncio

from layer import PersistenceLayer


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def total(self, keys):
        def amount(key):
            return self.db.gold(key)

        result = 0
        for key in keys:
            result += amount(key)
        return result

    async def run(self):
        def name(key):
            return self.db.load(key)["name"]

        print(name("ann"), self.total(["ann", "bob"]), name("bob"))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
