# Left: CALLBACK 1
# Still blocks: 1
# Unchanged
import asyncio
import signal

from layer import PersistenceLayer


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def on_signal(self, number, frame):
        print("signal", number == signal.SIGUSR1, self.db.gold("ann"))

    async def run(self):
        signal.signal(signal.SIGUSR1, self.on_signal)
        signal.raise_signal(signal.SIGUSR1)
        await asyncio.sleep(0)
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
