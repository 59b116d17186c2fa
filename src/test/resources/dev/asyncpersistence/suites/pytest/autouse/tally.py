from layer import PersistenceLayer


class Tally:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def reset(self, key):
        self.db.save(key, {"gold": 0})

    def add(self, key, gold):
        before = self.db.gold(key)
        self.db.save(key, {"gold": before + gold})

    async def reward(self, keys):
        for key in keys:
            self.reset(key)
            self.add(key, 1)
