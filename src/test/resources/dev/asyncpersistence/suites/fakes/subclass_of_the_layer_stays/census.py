from layer import PersistenceLayer


class Census:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def count(self):
        names = self.db.names()
        return len(names)
