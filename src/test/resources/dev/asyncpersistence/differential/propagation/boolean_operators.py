# Async: Door.opens, Door.creaks
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
        print(self.opens("ann") or self.creaks("ann"))
        print(self.opens("ann") and self.creaks("bob"))
        print(self.opens("bob") or self.creaks("bob"), not self.creaks("eve") and self.opens("bob"))


async def main():
    door = Door(PersistenceLayer())
    await door.run()
    print(door.db.log, door.db.rows)


asyncio.run(main())
