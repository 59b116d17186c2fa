# Awaits: none
"""A class attribute holds the layer until somebody sets it to another one."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    persistence = get_persistence()

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


async def main():
    await Bank().run()
    Bank.persistence = PersistenceLayer("archive")
    await Bank().run()


asyncio.run(main())
