from layer import PersistenceLayer


class Actors:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def find(self, key):
        return self.db.load(key).get("name")
