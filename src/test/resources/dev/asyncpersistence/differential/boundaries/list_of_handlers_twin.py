# Async: Game.look, Game.count
import asyncio

from layer import PersistenceLayer


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def look(self, key):
        return self.db.load(key)["name"]

    def count(self, key):
        return self.db.gold(key)

    async def run(self):
        for step in (self.count("ann"), self.look("ann")):
            print(step)


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
