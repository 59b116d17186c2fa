# Prints: ann True yes
# Prints: bob False no
# Prints: asked ['ann', 'bob']
import asyncio


class Users:
    def __init__(self):
        self.asked = []

    async def is_admin(self, player):
        self.asked.append(player)
        await asyncio.sleep(0)
        return player == "ann"


async def describe(users: Users, player):
    pending = player and users.is_admin(player)
    admin = await pending
    print(player, admin, admin and "yes" or "no")


async def main():
    users = Users()
    for player in ["ann", "bob"]:
        await describe(users, player)
    print("asked", users.asked)


asyncio.run(main())
