# Awaits: self.async_persistence.gold
# After: async_persistence = get_async_persistence()
"""A class attribute holds the layer."""
import asyncio

from pair import get_persistence


class Bank:
    persistence = get_persistence()

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank().run())
