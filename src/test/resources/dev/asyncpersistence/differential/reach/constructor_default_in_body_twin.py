# Awaits: none
# After: def __init__(self, db=None):
"""The default that is set in the constructor's body is a layer made in place."""
import asyncio

from pair import PersistenceLayer


class Bank:
    def __init__(self, db=None):
        if db is None:
            db = PersistenceLayer("archive")
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank().run())
