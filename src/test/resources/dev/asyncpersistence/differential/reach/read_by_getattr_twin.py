# Awaits: self.async_db.gold
# Gone: self.db
"""Another attribute is read by its name."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()
        self.label = "a text"

    async def run(self):
        print(self.db.gold("ann"))


async def main():
    bank = Bank()
    await bank.run()
    print(getattr(bank, "label"))


asyncio.run(main())
