from layer import PersistenceLayer


class Radio:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def station(self, key):
        return self.db.load(key)["name"]

    def volume(self):
        return 3

    async def play(self, key):
        name = self.station(key)
        return f"{name} at {self.volume()}"
