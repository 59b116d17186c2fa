import clock
from layer import PersistenceLayer


class Tavern:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def debts(self, key):
        return self.db.gold(key)

    def pay(self, key, amount):
        self.db.save(key, {"gold": amount})

    async def settle(self, key):
        debt = self.debts(key)
        self.pay(key, 0)
        return debt, clock.now()
