from layer import PersistenceLayer


class Circus:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.acts = []

    def hire(self, key):
        row = self.db.load(key)
        self.acts.append(row["name"])
        return self

    async def show(self):
        self.hire("ann")
        return " and ".join(self.acts)
