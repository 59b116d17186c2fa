# Lifted: Forge.smith.work
# Left: CALLBACK 1
import asyncio

from layer import PersistenceLayer


class Forge:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def hammer(self):
        return len

    def smith(self, key):
        def work(x):
            return self.db.gold(key) * x

        return work

    async def run(self):
        print(self.hammer()("four"), self.smith("ann")(3), self.smith("bob")(self.hammer()("x")))


async def main():
    forge = Forge(PersistenceLayer())
    await forge.run()
    print(forge.db.log, forge.db.rows)


asyncio.run(main())
