from layer import PersistenceLayer


class Stock:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def price(self, item):
        return self.db.gold(item)

    def label(self, item):
        return item.title()
