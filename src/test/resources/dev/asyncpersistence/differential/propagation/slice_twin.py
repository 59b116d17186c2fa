# Unchanged
import asyncio

from layer import PersistenceLayer


class Road:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def start(self, key):
        print("start", key)
        return self.db.peek(key)[0]["gold"]

    def names(self):
        return sorted(self.db.rows)

    async def run(self):
        print("0123456789"[self.start("ann"):self.start("bob")], "0123456789"[: self.start("ann")])
        print(self.names()[-1:], list(range(100))[self.start("ann")::self.start("bob") * 5])


async def main():
    road = Road(PersistenceLayer())
    await road.run()
    print(road.db.log, road.db.rows)


asyncio.run(main())
