from layer import PersistenceLayer


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.members = []

    def join(self, key):
        if not self.db.exists(key):
            raise KeyError(key)
        members = self.members
        members.append(key)

    def leave(self, key):
        name = self.db.load(key)["name"]
        self.members.remove(name.lower())
        return self.members

    async def welcome(self, key):
        self.join(key)
        return self.members[-1]

    async def dismiss(self, key):
        return self.leave(key)


def motto():
    return "all for one"
