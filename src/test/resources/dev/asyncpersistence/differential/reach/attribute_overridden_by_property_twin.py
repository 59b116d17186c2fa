# Awaits: self.async_db.gold
# After: async_db = get_async_persistence()
"""The derived class has a property of another name, and a mixin behind the class does not count."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


class Archive(Bank):
    @property
    def old(self):
        return 3


class Closed:
    db = None


class ClosedBank(Bank, Closed):
    pass


async def main():
    for each in Bank(), Archive(), ClosedBank():
        await each.run()


asyncio.run(main())
