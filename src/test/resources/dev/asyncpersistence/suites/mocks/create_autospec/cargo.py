from layer import PersistenceLayer


def weigh(number):
    return number * 2


class Cargo:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def free(self, key):
        return self.db.gold(key)

    def tick(self):
        self.ticks = 1
