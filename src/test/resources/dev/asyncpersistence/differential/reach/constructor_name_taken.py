# Awaits: none
# After: def __init__(self, db, async_db=False):
"""The constructor has a parameter of the name that the async layer would get, for something else."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self, db, async_db=False):
        self.db = db
        self.verbose = async_db

    async def run(self):
        print(self.db.gold("ann"), self.db.names(), self.verbose)


asyncio.run(Bank(get_persistence(), True).run())
