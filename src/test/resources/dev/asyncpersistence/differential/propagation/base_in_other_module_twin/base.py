from layer import PersistenceLayer


class Room:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def describe(self, key):
        return self.db.peek(key)[0]["name"]
