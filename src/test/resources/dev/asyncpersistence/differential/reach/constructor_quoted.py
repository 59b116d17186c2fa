# Awaits: self.async_db.gold
# After: def __init__(self, db: "PersistenceLayer", async_db: "AsyncPersistenceLayer | None" = None):
# After: from pair import AsyncPersistenceLayer, PersistenceLayer
"""The parameter's annotation is quoted, and its class imported for type checkers only."""
import asyncio
from typing import TYPE_CHECKING

from pair import get_persistence

if TYPE_CHECKING:
    from pair import PersistenceLayer


class Bank:
    def __init__(self, db: "PersistenceLayer"):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


asyncio.run(Bank(get_persistence()).run())
