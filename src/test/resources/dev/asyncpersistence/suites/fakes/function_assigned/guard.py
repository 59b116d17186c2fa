from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def is_admin(self, name):
        return self.db.gold(name) > 6

    def salute(self, name):
        return "sir " + name
