from pair import AsyncPersistenceLayer, PersistenceLayer


class Names:
    def __init__(self, db: PersistenceLayer):
        self.first = db.load("first")["name"]


class Healer:
    def __init__(self, db: PersistenceLayer, async_db: AsyncPersistenceLayer):
        self.db = db
        self.async_db = async_db

    async def rename(self, key, name):
        row = self.db.load(key)
        return row["name"] + " " + name
