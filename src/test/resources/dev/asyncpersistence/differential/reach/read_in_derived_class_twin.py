# Awaits: self.async_db.gold, self.async_db.load
# Gone: self.db
"""A derived class uses the async layer only, as its base does."""
import asyncio

from pair import get_persistence


class Base:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"))


class Bank(Base):
    async def row(self, key):
        return self.db.load(key)


async def main():
    await Bank().run()
    print(await Bank().row("bob"))


asyncio.run(main())
