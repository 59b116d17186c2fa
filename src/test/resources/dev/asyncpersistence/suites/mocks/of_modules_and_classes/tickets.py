from layer import PersistenceLayer


class Tickets:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def owner(self, number):
        return self.db.names()[number]
