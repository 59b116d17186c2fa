from layer import PersistenceLayer


class Rights:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def may_enter(self, key):
        return self.db.gold(key) > 3

    def name_of(self, key):
        return key.title()
