# Awaits: self.async_db.gold
# After: self.async_db = get_async_persistence()
"""An attribute that a method sets, not the constructor."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.running = False

    def start(self):
        self.running = True
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names(), self.running)


async def main():
    bank = Bank()
    bank.start()
    await bank.run()


asyncio.run(main())
