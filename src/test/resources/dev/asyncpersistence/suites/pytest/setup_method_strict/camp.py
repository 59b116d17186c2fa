from layer import PersistenceLayer


class Camp:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.tents = []

    def pitch(self, key):
        name = self.db.load(key)["name"]
        self.tents.append(name)

    def strike(self, key):
        name = self.db.load(key)["name"]
        self.tents.remove(name)

    async def move_in(self, key):
        self.pitch(key)
        return len(self.tents)

    async def move_out(self, key):
        self.strike(key)
