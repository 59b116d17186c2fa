# Left: CALLBACK 1
# Still blocks: 1
# Unchanged
import asyncio
import signal

from layer import PersistenceLayer


class Game:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def on_signal(self, key):
        print("signal", key, self.db.gold(key))

    async def run(self):
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR1, self.on_signal, "bob")
        signal.raise_signal(signal.SIGUSR1)
        await asyncio.sleep(0.05)
        loop.remove_signal_handler(signal.SIGUSR1)


async def main():
    game = Game(PersistenceLayer())
    await game.run()
    print(game.db.log, game.db.rows)


asyncio.run(main())
