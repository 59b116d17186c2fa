from layer import PersistenceLayer


class Ledger:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def balance(self, key):
        return self.db.gold(key)

    def note(self, key):
        self.db.save("last", key)

    def currency(self):
        return "GP"
