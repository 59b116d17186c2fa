# Unchanged
import asyncio

from layer import PersistenceLayer


class Chest:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def content(self):
        return self.db.peek("ann")[0]

    def place(self):
        return self.db.peek("ann")[0]["gold"]

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
