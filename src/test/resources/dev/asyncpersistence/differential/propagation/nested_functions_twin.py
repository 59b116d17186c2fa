# Left: CALLBACK 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def total(self, keys):
        def amount(key):
            return self.db.peek(key)[0]["gold"]

        result = 0
        for key in keys:
            result += amount(key)
        return result

    async def run(self):
        def name(key):
            return self.db.load(key)["name"]

        print(sorted(["bob", "ann"], key=name), self.total(["ann", "bob"]))


async def main():
    inn = Inn(PersistenceLayer())
    await inn.run()
    print(inn.db.log, inn.db.rows)


asyncio.run(main())
