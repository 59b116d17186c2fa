from layer import PersistenceLayer


class Quests:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def finished(self, key):
        return self.db.gold(key)

    def reward(self, key, count):
        self.db.save(key, {"gold": count})

    async def finish(self, key):
        done = self.finished(key)
        self.reward(key, done + 1)
        return done
