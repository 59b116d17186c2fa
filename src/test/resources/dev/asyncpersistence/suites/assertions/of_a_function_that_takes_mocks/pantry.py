from layer import PersistenceLayer


class Pantry:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def take(self, dish):
        return self.db.gold(dish)
