from layer import PersistenceLayer


class Tower:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def climb(self, key):
        steps = self.db.gold(key)
        return steps * 3
