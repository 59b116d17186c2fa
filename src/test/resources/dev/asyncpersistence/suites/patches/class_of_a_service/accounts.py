from layer import PersistenceLayer


class Accounts:
    def __init__(self):
        self.db = PersistenceLayer()

    def check(self, name, password):
        return self.db.load(name)["name"] == password

    def touch(self, name):
        self.last = name
