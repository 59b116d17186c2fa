# Awaits: none
"""Somebody else sets the attribute to another database's layer."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    bank = Bank()
    await bank.run()
    bank.db = PersistenceLayer("archive")
    await bank.run()


asyncio.run(main())
