# Awaits: self.async_db.gold
# After: self.db = get_persistence()
"""The attribute of the sync layer is read by its name."""
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
    print(sorted(getattr(bank, "db").rows))


asyncio.run(main())
