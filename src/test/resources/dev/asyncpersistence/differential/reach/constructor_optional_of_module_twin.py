# Awaits: self.async_db.gold
# After: def __init__(self, db: "Optional[PersistenceLayer]" = None, async_db: "AsyncPersistenceLayer | None" = None):
"""`Optional` is known to type checkers only."""
import asyncio
from typing import TYPE_CHECKING

from pair import PersistenceLayer, get_persistence

if TYPE_CHECKING:
    from typing import Optional


class Bank:
    def __init__(self, db: "Optional[PersistenceLayer]" = None):
        self.db = db or get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank().run())
