# Awaits: none
# After: __slots__ = ("persistence",)
"""`__slots__` has no room for another attribute."""
import asyncio

from pair import get_persistence


class Bank:
    __slots__ = ("persistence",)

    def __init__(self):
        self.persistence = get_persistence()

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank().run())
