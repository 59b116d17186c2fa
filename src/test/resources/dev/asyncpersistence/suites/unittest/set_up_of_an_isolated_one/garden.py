from layer import PersistenceLayer


class Garden:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.plants = {}

    def plant(self, key):
        self.plants[key] = self.db.gold(key)

    def height(self, key):
        return self.plants[key]

    async def grow(self, key):
        if key not in self.plants:
            self.plant(key)
        self.plants[key] += 1
