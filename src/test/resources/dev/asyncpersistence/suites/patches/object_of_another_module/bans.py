import dbm


class BanStore:
    def __init__(self, path):
        self.path = path

    def reason(self, user):
        with dbm.open(self.path, "c") as database:
            return database.get(user, b"").decode()


bans = BanStore("bans")
