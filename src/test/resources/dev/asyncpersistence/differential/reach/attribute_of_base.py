# Awaits: self.async_persistence.gold, self.async_persistence.load
# After: self.async_persistence = get_async_persistence()
"""A base class holds the layer; a derived one uses it, too."""
import asyncio

from pair import get_persistence


class Base:
    def __init__(self):
        self.persistence = get_persistence()

    async def amount(self):
        print(self.persistence.gold("ann"), self.persistence.names())


class Bank(Base):
    def __init__(self):
        super().__init__()
        self.key = "bob"

    async def name(self):
        print(self.persistence.load(self.key)["name"])


async def main():
    await Bank().amount()
    await Bank().name()


asyncio.run(main())
