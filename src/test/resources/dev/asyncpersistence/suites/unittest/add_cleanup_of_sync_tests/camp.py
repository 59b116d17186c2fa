from layer import PersistenceLayer


class Camp:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.fires = []

    def light(self, key):
        self.fires.append(self.db.load(key)["name"])

    def quench(self, key, log):
        name = self.db.load(key)["name"]
        self.fires.remove(name)
        log.append(name)

    async def night(self, key):
        self.light(key)
        self.quench(key, [])
        return self.fires
