# Awaits: none
"""Another method sets the attribute to another database's layer."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    def __init__(self):
        self.db = get_persistence()

    def switch(self):
        self.db = PersistenceLayer("archive")

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    bank = Bank()
    await bank.run()
    bank.switch()
    await bank.run()


asyncio.run(main())
