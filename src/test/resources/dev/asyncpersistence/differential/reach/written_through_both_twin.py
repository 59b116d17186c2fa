# Awaits: none
"""What is written into one database is not in the other."""
import asyncio

from pair import PersistenceLayer, get_async_persistence


class Bank:
    def __init__(self):
        self.db = PersistenceLayer("archive")

    async def run(self):
        self.db.save("eve", {"name": "Eve", "gold": 11})
        print(self.db.names(), self.db.gold("eve"), "eve" in get_async_persistence().rows)


asyncio.run(Bank().run())
