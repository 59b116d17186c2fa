# Unchanged
import asyncio

from layer import PersistenceLayer


class Players:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def find(self, key):
        return self.db.rows[key]


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def players(self) -> Players:
        return Players(self.db)

    async def run(self):
        players = self.players()
        print(players.find("ann")["gold"], self.players().find("bob"))


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
