# Async: Game.on_signal
import asyncio
import signal

from layer import PersistenceLayer


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def on_signal(self, number, frame):
        print("signal", number == signal.SIGUSR1, self.db.gold("ann"))

    async def run(self):
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        self.on_signal(signal.SIGUSR1, None)
        await asyncio.sleep(0)
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
