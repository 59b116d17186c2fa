from layer import PersistenceLayer


class Box:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def note(self, key, text):
        self.db.save(key, text)
