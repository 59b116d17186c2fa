# Left: AMBIGUOUS_CALLER 1
# Still blocks: 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Rows:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def get(self, key):
        self.last = key
        return self.db.load(key)


async def show(rows: Rows | dict, key):
    print(rows.get(key))


async def main():
    await show(Rows(PersistenceLayer()), "ann")
    await show({"bob": "cached"}, "bob")


asyncio.run(main())
