from layer import PersistenceLayer


class Tavern:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def guest(self, key):
        return self.db.load(key)["name"]

    async def greet(self, key):
        return f"Welcome, {self.guest(key)}!"
