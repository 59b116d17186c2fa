# Awaits: none
# After: def __init__(self, db: PersistenceLayer):
# After: asyncio.run(Bank(PersistenceLayer("archive")).run())
"""The constructor is given a layer that is made in place."""
import asyncio

from pair import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank(PersistenceLayer("archive")).run())
