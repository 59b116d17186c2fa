from layer import PersistenceLayer


class Bell:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def ring(self, key):
        times = self.db.gold(key)
        return "ding " * times
