from layer import PersistenceLayer


class Toll:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def has_paid(self, key):
        return self.db.exists(key)

    def greet(self, key):
        return "hello " + key
