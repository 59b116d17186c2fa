# Prints: ann kicks
# Prints: bob may not kick
# Prints: cem waits after 1
import asyncio


class Users:
    def is_admin(self, player):
        return player == "ann"

    async def is_banned(self, player):
        await asyncio.sleep(0)
        return player == "bob"


class Commands:
    def __init__(self, users: Users):
        self.users = users

    async def kick(self, player):
        if not self.users.is_admin(player):
            print(player, "may not kick")
        elif await self.users.is_banned(player):
            print(player, "is banned")
        else:
            print(player, "kicks")

    async def wait(self, player):
        rounds = 0
        while rounds < 3 and await self.users.is_banned(player):
            player = "cem"
            rounds += 1
        print(player, "waits after", rounds)


async def main():
    commands = Commands(Users())
    await commands.kick("ann")
    await commands.kick("bob")
    await commands.wait("bob")


asyncio.run(main())
