from layer import PersistenceLayer


class Match:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.rounds = 0

    def score(self, key):
        return self.db.gold(key) * self.rounds

    async def play(self, key):
        self.rounds += 1
        return self.score(key)
