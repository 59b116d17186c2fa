from layer import PersistenceLayer


class Lamp:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def light(self, key):
        self.db.save(key, {"lit": True})

    def is_lit(self, key):
        return self.db.load(key).get("lit", False)

    async def blink(self, key):
        if not self.is_lit(key):
            self.light(key)
        return "blink"
