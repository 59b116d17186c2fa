# Awaits: self.async_persistence.gold
# After: self.persistence = get_persistence()
# After: self.async_persistence = get_async_persistence()
# After: from pair import get_async_persistence, get_persistence
"""An attribute that holds what the accessor gives."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.persistence = get_persistence()
        self.keys = ["ann", "bob"]

    async def run(self):
        print([self.persistence.gold(key) for key in self.keys], self.persistence.names())


asyncio.run(Bank().run())
