# Awaits: self._async_persistence.gold
# After: self._async_persistence = get_async_persistence()
"""The async layer's attribute is as private as that of the sync one."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self._persistence = get_persistence()

    async def run(self):
        print(self._persistence.gold("ann"), self._persistence.names())


asyncio.run(Bank().run())
