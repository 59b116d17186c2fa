from pair import PersistenceLayer


class Healer:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def describe(self):
        return type(self.db).__name__

    async def heal(self, key):
        row = self.db.load(key)
        hp = row["hp"]
        row["hp"] = hp + 5
        self.db.save(key, row)
        return row["hp"]
