from layer import PersistenceLayer


class Well:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def lower(self, key):
        level = self.db.gold(key) - 1
        self.db.save(key, {"gold": level})
        return level
