# Awaits: none
"""Derived classes, or mixins in front of the class, find another layer under the same name."""
import asyncio

from pair import PersistenceLayer, get_persistence


class Bank:
    db = get_persistence()

    async def run(self):
        print(self.db.gold("ann"))


class Archive(Bank):
    @property
    def db(self):
        return PersistenceLayer("archive")


class Shop:
    db = get_persistence()

    async def run(self):
        print(self.db.gold("bob"))


class Closed:
    db = PersistenceLayer("closed")


class ClosedShop(Closed, Shop):
    pass


async def main():
    for each in Bank(), Archive(), Shop(), ClosedShop():
        await each.run()


asyncio.run(main())
