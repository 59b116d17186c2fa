# Prints: ann kicked
# Prints: bob: not allowed
# Prints: ['ann']
import asyncio


class Users:
    async def is_guest(self, player):
        await asyncio.sleep(0)
        return player == "cem"

    def is_admin(self, player):
        return player == "ann"


class Rights:
    def __init__(self, users: Users):
        self.users = users

    def may_kick(self, player):
        return bool(self.users.is_admin(player))

    def check(self, player):
        if not self.may_kick(player):
            raise PermissionError("not allowed")


async def kick(rights: Rights, player):
    try:
        rights.check(player)
        print(player, "kicked")
    except PermissionError as error:
        print(f"{player}: {error}")


async def main():
    rights = Rights(Users())
    assert await rights.users.is_guest("cem")
    await kick(rights, "ann")
    await kick(rights, "bob")
    print([player for player in ["ann", "bob"] if rights.may_kick(player)])


asyncio.run(main())
