class Users:
    async def is_admin(self, player):
        return player == "ann"
