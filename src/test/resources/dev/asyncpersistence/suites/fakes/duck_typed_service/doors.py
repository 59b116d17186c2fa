from rights import Rights


class Door:
    def __init__(self, rights: Rights):
        self.rights = rights

    async def knock(self, key):
        allowed = self.rights.may_enter(key)
        if not allowed:
            return "go away"
        return "come in, " + self.rights.name_of(key)
