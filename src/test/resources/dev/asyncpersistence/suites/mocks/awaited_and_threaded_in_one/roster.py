from pair import AsyncPersistenceLayer, PersistenceLayer


class Roster:
    def __init__(self, db: PersistenceLayer, async_db: AsyncPersistenceLayer):
        self.db = db
        self.async_db = async_db

    async def others(self, key):
        me = self.db.load(key)["name"]
        names = self.db.names()
        return me, names[1:]
