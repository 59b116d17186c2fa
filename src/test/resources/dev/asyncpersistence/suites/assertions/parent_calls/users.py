from layer import PersistenceLayer


class Users:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def name_of(self, key):
        return self.db.load(key)["name"]

    def seen(self, key):
        self.db.save(key, "seen")
