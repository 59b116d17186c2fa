# Awaits: none
"""The other object has the async layer of another database."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Container:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("main")


class Bank:
    def __init__(self, container: Container):
        self.persistence = container.persistence

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank(Container()).run())
