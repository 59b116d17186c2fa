# Awaits: self.async_persistence.gold
"""Only the base class has `__slots__`: its derived classes have room for any attribute."""
import asyncio

from pair import get_persistence


class Base:
    __slots__ = ("key",)


class Bank(Base):
    def __init__(self):
        self.key = "ann"
        self.persistence = get_persistence()

    async def run(self):
        print(self.persistence.gold(self.key), self.persistence.names())


asyncio.run(Bank().run())
