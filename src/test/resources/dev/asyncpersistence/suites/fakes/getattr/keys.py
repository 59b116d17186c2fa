from layer import PersistenceLayer


class Keys:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def fits(self, key):
        return self.db.exists(key)
