# Lifted: Game.do_count
# Left: UNRESOLVED_CALLER 1
# Still blocks: 1
import asyncio

from layer import PersistenceLayer


class Dispatcher:
    def dispatch(self, name, key):
        return getattr(self, f"do_{name}")(key)


class Game(Dispatcher):
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def do_count(self, key):
        return self.db.gold(key)


class Help(Dispatcher):
    def do_help(self, key):
        return "help for " + key


async def main():
    game = Game(PersistenceLayer())
    print(game.do_count("ann"), game.dispatch("count", "bob"))
    print(game.db.log, game.db.rows)


asyncio.run(main())
