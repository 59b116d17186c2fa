# Awaits: none
# After: return cls(PersistenceLayer("archive"))
"""A class method makes the object with a layer that is made in place."""
import asyncio

from pair import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @classmethod
    def of(cls):
        return cls(PersistenceLayer("archive"))

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank.of().run())
