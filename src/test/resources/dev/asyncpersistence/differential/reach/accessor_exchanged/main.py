# Awaits: none
"""What the accessor hands out can be exchanged, what its twin hands out can't."""
import asyncio

from layers import PersistenceLayer
from store import get_persistence, set_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"), get_persistence().gold("bob"))


set_persistence(PersistenceLayer("archive"))
asyncio.run(Bank().run())
