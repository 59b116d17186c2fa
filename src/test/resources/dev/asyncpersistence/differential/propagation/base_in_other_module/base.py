from layer import PersistenceLayer


class Room:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def describe(self, key):
        return self.db.load(key)["name"]
