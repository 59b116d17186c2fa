from layer import PersistenceLayer


class Diary:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def write(self, key, text):
        page = self.db.load(key)
        page["text"] = page.get("text", "") + text
        self.db.save(key, page)

    async def dear(self, key):
        self.write(key, "dear diary")
