from layer import PersistenceLayer


class Market:
    tax = 1

    def __init__(self, db: PersistenceLayer):
        self.db = db

    def price(self, item):
        return self.db.gold(item) + self.tax

    def fee(self):
        return 2

    async def buy(self, item, count):
        price = self.price(item)
        return price * count + self.fee()
