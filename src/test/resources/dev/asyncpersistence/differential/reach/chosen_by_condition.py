# Awaits: async_db.gold, self.async_db.gold
"""A condition chooses one of two layers: the async one is chosen by the same."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer

current = PersistenceLayer("current")
async_current = AsyncPersistenceLayer("current")
archive = PersistenceLayer("archive")
async_archive = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, old):
        self.db = archive if old else current

    async def run(self):
        print(self.db.gold("ann"))


async def show(old):
    db = current if not old else archive
    print(db.gold("bob"))


async def main():
    for old in False, True:
        await Bank(old).run()
        await show(old)


asyncio.run(main())
