from pair import PersistenceLayer


class Mover:
    def __init__(self, db: PersistenceLayer, archive: PersistenceLayer):
        self.db = db
        self.archive = archive

    async def gold(self, key):
        return self.db.gold(key), self.archive.gold(key)
