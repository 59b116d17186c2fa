from layer import PersistenceLayer


class Tavern:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def price(self, key):
        return self.db.gold(key) // 2

    async def bill(self, key):
        price = self.price(key)
        return f"{price} gold"
