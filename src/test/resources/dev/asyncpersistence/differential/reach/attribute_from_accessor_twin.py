# Awaits: none
# After: self.persistence = PersistenceLayer("archive")
"""An attribute that holds a layer made in place."""
import asyncio

from pair import PersistenceLayer


class Bank:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.keys = ["ann", "bob"]

    async def run(self):
        print([self.persistence.gold(key) for key in self.keys], self.persistence.names())


asyncio.run(Bank().run())
