from layer import PersistenceLayer


class Cars:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def price(self, key):
        return self.db.gold(key)

    def mark(self, key):
        self.marked = key
