# Async: Rows.get
import asyncio

from layer import PersistenceLayer


class Rows:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def get(self, key):
        self.last = key
        return self.db.load(key)


async def show(rows: Rows, key):
    print(rows.get(key))


async def main():
    await show(Rows(PersistenceLayer()), "ann")
    print({"bob": "cached"}.get("bob"))


asyncio.run(main())
