# Async: Clock.tick
import asyncio

from layer import PersistenceLayer


class Clock:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def tick(self, key):
        print("tick", self.db.gold(key))

    async def run(self):
        loop = asyncio.get_running_loop()
        self.tick("bob")
        loop.call_soon(print, "ann")
        await asyncio.sleep(0.05)
        print("stop")


async def main():
    clock = Clock(PersistenceLayer())
    await clock.run()
    print(clock.db.log, clock.db.rows)


asyncio.run(main())
