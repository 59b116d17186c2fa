# Awaits: self.async_db.gold
# After: from store import get_async_persistence
"""The async accessor's module imports the module that needs it: the import stands in the function."""
import asyncio

import store

asyncio.run(store.bank().run())
