# Awaits: none
"""A derived class replaces the layer of its base by that of another database."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Base:
    def __init__(self):
        self.persistence = get_persistence()

    async def amount(self):
        print(self.persistence.gold("ann"), self.persistence.names())


class Bank(Base):
    def __init__(self):
        super().__init__()
        self.persistence = PersistenceLayer("archive")


async def main():
    await Base().amount()
    await Bank().amount()


asyncio.run(main())
