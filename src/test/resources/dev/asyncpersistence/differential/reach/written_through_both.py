# Awaits: self.async_db.save, self.async_db.gold
# After: self.async_db = get_async_persistence()
"""What is written through one layer is read through the other."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        self.db.save("eve", {"name": "Eve", "gold": 11})
        print(self.db.names(), self.db.gold("eve"), self.db.rows["eve"])


asyncio.run(Bank().run())
