from layer import PersistenceLayer


class Ships:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def speed(self, key):
        return self.db.gold(key)
