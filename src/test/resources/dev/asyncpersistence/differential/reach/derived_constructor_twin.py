# Awaits: none
# After: super().__init__(PersistenceLayer("archive"))
"""A derived class gives its base a layer that is made in place."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Base:
    def __init__(self, db):
        self.db = db

    async def show(self, key):
        print(self.db.gold(key), self.db.names())


class Bank(Base):
    def __init__(self, key):
        super().__init__(PersistenceLayer("archive"))
        self.key = key

    async def run(self):
        await self.show(self.key)


async def main():
    await Bank("bob").run()
    await Base(get_persistence()).show("ann")


asyncio.run(main())
