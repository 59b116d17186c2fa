from layer import PersistenceLayer


class Ores:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    def label(self, number):
        return f"{number} bars"
