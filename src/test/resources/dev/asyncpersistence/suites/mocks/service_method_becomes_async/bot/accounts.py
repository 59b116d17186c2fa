from layer import PersistenceLayer


class Accounts:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def is_admin(self, key):
        return self.db.gold(key) > 6
