from layer import PersistenceLayer


class Patients:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def pulse(self, key):
        return self.db.gold(key) * 20
