from layer import PersistenceLayer


class Pier:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.boats = 0

    def moor(self, key):
        self.boats += self.db.gold(key)
        return self.boats

    async def arrive(self, key):
        return "moored %d" % self.moor(key)
