# Left: UNRESOLVED_CALLER 2
# Still blocks: 3
# Unchanged
import asyncio

from layer import PersistenceLayer


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def do_look(self, key):
        self.last = "look"
        return self.db.load(key)["name"]

    def do_count(self, key):
        self.last = "count"
        return self.db.gold(key)

    async def run(self):
        for command in ["look", "count"]:
            print(getattr(self, "do_" + command)("ann"), self.last)
        print(self.do_count("bob"))


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
