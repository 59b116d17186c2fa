# Awaits: none
"""Under the condition, the layer is one that is made in place."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self, archive=False):
        self.db = PersistenceLayer("archive") if archive else get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    await Bank().run()
    await Bank(True).run()


asyncio.run(main())
