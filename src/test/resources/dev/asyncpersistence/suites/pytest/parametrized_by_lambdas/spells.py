from layer import PersistenceLayer


class Spells:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def power(self, key):
        return self.db.gold(key) + 1

    def known(self, key):
        return self.db.exists(key)

    def words(self):
        return "abra cadabra"

    async def cast(self, key):
        return self.words() if self.known(key) and self.power(key) else ""
