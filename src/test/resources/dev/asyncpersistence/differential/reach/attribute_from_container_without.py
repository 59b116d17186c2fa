# Awaits: self.async_persistence.gold
# After: self.async_persistence = get_async_persistence()
# After: self.async_persistence = container.async_persistence
"""An attribute that holds what another object holds, which is given the async layer first."""
import asyncio

from pair import get_persistence


class Container:
    def __init__(self):
        self.persistence = get_persistence()


class Bank:
    def __init__(self, container: Container):
        self.persistence = container.persistence

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank(Container()).run())
