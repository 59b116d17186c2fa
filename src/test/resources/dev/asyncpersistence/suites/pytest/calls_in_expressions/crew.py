from layer import PersistenceLayer


class Crew:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def has(self, key):
        return self.db.exists(key)

    def gold(self, key):
        return self.db.gold(key)

    def size(self):
        return len(self.db.names())

    async def share(self):
        return sum([self.gold(key) for key in ("ann", "bob") if self.has(key)]) // self.size()
