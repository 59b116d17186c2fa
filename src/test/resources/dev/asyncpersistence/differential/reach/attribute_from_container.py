# Awaits: self.async_persistence.gold
# After: self.async_persistence = container.async_persistence
"""An attribute that holds what another object holds, which has the async layer, too."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Container:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, container: Container):
        self.persistence = container.persistence

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank(Container()).run())
