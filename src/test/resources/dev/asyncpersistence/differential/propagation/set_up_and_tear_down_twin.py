# Unchanged
import asyncio

from layer import PersistenceLayer


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def start(self):
        self.players = sorted(self.db.rows)
        return self

    def stop(self):
        self.db.rows["zoe"] = {"players": self.players}

    async def run(self):
        try:
            print(self.start().players)
        finally:
            self.stop()


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
