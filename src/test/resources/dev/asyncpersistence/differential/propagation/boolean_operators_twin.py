# Left: CALLBACK 2
# Still blocks: 5
# Unchanged
import asyncio

from layer import PersistenceLayer


class Door:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def opens(self, key):
        print("opens?", key)
        return self.db.gold(key) > 6

    def creaks(self, key):
        print("creaks?", key)
        return self.db.exists(key)

    async def run(self):
        print(any(map(self.opens, ["ann", "bob", "ann"])))
        print(all(map(self.creaks, ["ann", "bob", "eve", "ann"])))


async def main():
    door = Door(PersistenceLayer())
    await door.run()
    print(door.db.log, door.db.rows)


asyncio.run(main())
