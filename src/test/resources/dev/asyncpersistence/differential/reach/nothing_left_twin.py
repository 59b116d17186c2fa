# Awaits: self.async_db.gold
# After: self.db = get_persistence()
# After: self.async_db = get_async_persistence()
# After: from pair import get_async_persistence, get_persistence
"""Somebody else reads the attribute of the sync layer."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"))


async def main():
    bank = Bank()
    await bank.run()
    print(sorted(bank.db.rows))


asyncio.run(main())
