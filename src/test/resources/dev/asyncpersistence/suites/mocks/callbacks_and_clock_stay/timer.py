from layer import PersistenceLayer


class Timer:
    def __init__(self, db: PersistenceLayer, clock, on_tick):
        self.db = db
        self.clock = clock
        self.on_tick = on_tick

    async def tick(self, key):
        elapsed = self.clock()
        if self.db.exists(key) and self.db.peek(key)[0]["gold"]:
            elapsed += 1
        self.on_tick(key, elapsed + 1)
