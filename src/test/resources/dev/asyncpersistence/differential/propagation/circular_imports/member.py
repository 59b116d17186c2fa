import guild


class Member:
    def __init__(self, owner: "guild.Guild", key):
        self.owner = owner
        self.key = key

    def amount(self):
        return self.owner.db.gold(self.key)
