# Async: Scale.low, Scale.high
import asyncio

from layer import PersistenceLayer


class Scale:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def low(self, key):
        print("low", key)
        return self.db.gold(key) - 1

    def high(self, key):
        print("high", key)
        return self.db.gold(key) + 1

    async def run(self):
        print(self.low("ann") < 5 < self.high("ann") <= self.low("bob"))
        print(self.high("ann") < self.low("ann") < self.high("bob"))
        print(self.low("bob") in [self.high("ann"), 99])


async def main():
    scale = Scale(PersistenceLayer())
    await scale.run()
    print(scale.db.log, scale.db.rows)


asyncio.run(main())
