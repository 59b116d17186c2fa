from pair import AsyncPersistenceLayer, PersistenceLayer


class Healer:
    def __init__(self, db: PersistenceLayer, async_db: AsyncPersistenceLayer):
        self.db = db
        self.async_db = async_db

    async def gold(self, key):
        return await self.async_db.gold(key)

    async def heal(self, key):
        row = self.db.load(key)
        hp = row["hp"]
        row["hp"] = hp + 5
        self.db.save(key, row)
        return row["hp"]
