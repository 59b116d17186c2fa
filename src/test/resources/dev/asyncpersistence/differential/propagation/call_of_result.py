# Async: Forge.hammer, Forge.smith
import asyncio

from layer import PersistenceLayer


class Forge:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def hammer(self):
        return self.db.function()

    def smith(self, key):
        gold = self.db.gold(key)

        def work(x):
            return x * gold

        return work

    async def run(self):
        print(self.hammer()(41), self.smith("ann")(3), self.smith("bob")(self.hammer()(1)))


async def main():
    forge = Forge(PersistenceLayer())
    await forge.run()
    print(forge.db.log, forge.db.rows)


asyncio.run(main())
