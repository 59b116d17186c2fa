from .users import Users


class Rights:
    def __init__(self, users: Users):
        self.users = users

    def admin(self, player):
        return self.users.is_admin(player)

    def level(self, admin):
        return 9 if admin else 1
