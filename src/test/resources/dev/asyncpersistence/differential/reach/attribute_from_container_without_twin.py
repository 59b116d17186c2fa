# Awaits: none
# After: self.persistence = container.persistence
"""The other object can't be given an async layer: nobody can tell which."""
import asyncio

from pair import PersistenceLayer


class Container:
    def __init__(self, database):
        self.persistence = PersistenceLayer(database)


class Bank:
    def __init__(self, container: Container):
        self.persistence = container.persistence

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


asyncio.run(Bank(Container("archive")).run())
