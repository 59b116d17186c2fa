# Awaits: none
# After: def __init__(self, db: PersistenceLayer | None = None):
"""One of two calls of the constructor gives it another database's layer, which has no async one within reach."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self, db: PersistenceLayer | None = None):
        self.db = db or get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    await Bank().run()
    await Bank(PersistenceLayer("archive")).run()


asyncio.run(main())
