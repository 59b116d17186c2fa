# Lifted: Game.count, Game.look
# Left: CALLBACK 2
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
        for step in (self.count, self.look):
            print(step("ann"))


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
