from layer import PersistenceLayer


class RoomCheck:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def is_rich(self, key):
        return self.db.gold(key) > 3
