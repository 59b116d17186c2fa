# Awaits: self.async_db.gold
# After: from store import get_async_persistence
"""The async accessor's module doesn't import the module that needs it."""
import asyncio

from services import Bank
from store import get_persistence

asyncio.run(Bank(get_persistence()).run())
