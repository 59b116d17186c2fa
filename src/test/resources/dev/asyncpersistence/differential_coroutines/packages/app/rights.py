from .users import Users


class Rights:
    def __init__(self, users: Users):
        self.users = users

    def level(self, player):
        return 9 if self.users.is_admin(player) else 1
