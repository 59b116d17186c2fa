# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Room:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def items(self, key):
        return [self.db.gold(key)]


class Cellar(Room):
    def items(self, key):
        return ["wine"] + super().items(key)


class Attic(Room):
    def items(self, key):
        return ["dust"] + super().items(key)


class House(Cellar, Attic):
    def items(self, key):
        return ["key"] + super().items(key)

    async def run(self):
        print(await asyncio.to_thread(self.items, "ann"))
        print(await asyncio.to_thread(self.items, "bob"))


async def main():
    house = House(PersistenceLayer())
    await house.run()
    print(house.db.log, house.db.rows)


asyncio.run(main())
