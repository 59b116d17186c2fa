from pair import AsyncPersistenceLayer, PersistenceLayer


class Purse:
    def __init__(self, db: PersistenceLayer, async_db: AsyncPersistenceLayer):
        self.db = db
        self.async_db = async_db

    async def spend(self, key, amount):
        row = self.db.load(key)
        gold = row["gold"]
        self.db.save(key, {"gold": gold - amount})
        return len(self.db.names())
