from layer import PersistenceLayer


def wealth(db: PersistenceLayer, key):
    return db.gold(key) * 2


def price(count):
    return count * 7


class Shop:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def greet(self, key):
        return f"{key} has {wealth(self.db, key)}"
