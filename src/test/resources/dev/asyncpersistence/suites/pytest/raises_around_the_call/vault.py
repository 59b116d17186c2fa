from layer import PersistenceLayer


class Vault:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def take(self, key, amount):
        gold = self.db.gold(key)
        if amount > gold:
            raise ValueError(f"only {gold}")
        self.db.save(key, {"gold": gold - amount})

    def check(self, amount):
        if amount < 1:
            raise ValueError("too little")

    async def withdraw(self, key, amount):
        self.check(amount)
        self.take(key, amount)
