from layer import PersistenceLayer


class Page:
    def __init__(self, row):
        self.title = row["name"]
        self.author = self
        self.lines = []

    def add(self, line):
        self.lines.append(line)

    def praise(self):
        self.add("well done")


class Journal:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def page(self, key):
        return Page(self.db.load(key))
