# Awaits: self.async_db.gold
# After: asyncio.run(Bank(storage.get_persistence()).run())
# After: asyncio.run(Bank(open_layer()).run())
"""What the class falls back to is not passed, whatever it is called where it would be."""
import asyncio

import pair as storage
from pair import PersistenceLayer
from pair import get_persistence as open_layer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank(storage.get_persistence()).run())
asyncio.run(Bank(open_layer()).run())
