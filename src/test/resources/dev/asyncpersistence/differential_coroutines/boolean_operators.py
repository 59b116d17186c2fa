# Prints: ann True yes
# Prints: bob False no
# Prints: asked ['ann', 'ann', 'bob', 'bob']
# Before: coroutine 'Users.is_admin' was never awaited
import asyncio


class Users:
    def __init__(self):
        self.asked = []

    async def is_admin(self, player):
        self.asked.append(player)
        await asyncio.sleep(0)
        return player == "ann"


async def describe(users: Users, player):
    short = users.is_admin(player) and "yes" or "no"
    print(player, not not users.is_admin(player), short)


async def main():
    users = Users()
    for player in ["ann", "bob"]:
        await describe(users, player)
    print("asked", users.asked)


asyncio.run(main())
