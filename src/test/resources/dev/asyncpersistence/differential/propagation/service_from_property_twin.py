# Left: NOT_REACHED 1
# Unchanged
import asyncio

from layer import PersistenceLayer


class Players:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def find(self, key):
        return self.db.load(key)


class Board:
    def find(self, key):
        return "nobody like " + key


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self._players = Board()

    @property
    def players(self):
        return self._players

    @property
    def board(self) -> Board:
        return Board()

    async def run(self):
        print(self.players.find("ann"), self.board.find("bob"))


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
