from users import Users


class Chat:
    def __init__(self, users: Users, screen):
        self.users = users
        self.screen = screen

    async def join(self, key):
        name = self.users.name_of(key)
        self.screen.clear()
        self.screen.write("hi " + name)
        self.users.seen(key)
