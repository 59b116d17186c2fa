# Awaits: self.async_db.gold
# After: self.db = get_persistence()
# After: return self.db.rows[key]
"""A derived class reads the attribute of the sync layer."""
import asyncio

from pair import get_persistence


class Base:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"))


class Bank(Base):
    def row(self, key):
        return self.db.rows[key]


async def main():
    await Bank().run()
    print(Bank().row("bob"))


asyncio.run(main())
