# Async: Chest.content, Chest.place
import asyncio

from layer import PersistenceLayer


class Chest:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def content(self):
        return self.db.load("ann")

    def place(self):
        return self.db.gold("ann")

    async def run(self):
        print(self.content()["name"], "abcdefgh"[self.place()], self.content()["name"][self.place() - 5])
        shelf = [0] * 9
        shelf[self.place()] = self.content()["gold"]
        print(shelf)
        del shelf[self.place()]
        print(shelf)


async def main():
    chest = Chest(PersistenceLayer())
    await chest.run()
    print(chest.db.log, chest.db.rows)


asyncio.run(main())
