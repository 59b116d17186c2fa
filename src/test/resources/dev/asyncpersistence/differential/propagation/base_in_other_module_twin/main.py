# Unchanged
import asyncio

from layer import PersistenceLayer
from base import Room


class Inn(Room):
    def describe(self, key):
        return "inn of " + super().describe(key)

    async def run(self):
        print(self.describe("ann"))
        print(super().describe("bob"))


asyncio.run(Inn(PersistenceLayer()).run())
