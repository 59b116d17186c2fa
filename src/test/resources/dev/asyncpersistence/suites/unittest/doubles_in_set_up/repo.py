import shelve


class BanRepo:
    def __init__(self, path):
        self.path = path

    def find(self, user):
        with shelve.open(self.path) as bans:
            return bans.get(user)
