# Prints: any True
# Prints: admin False
import asyncio


async def is_admin(player):
    await asyncio.sleep(0)
    return player == "ann"


class Rule:
    def name(self):
        return "any"

    async def allows(self, player):
        return True


class AdminRule(Rule):
    def name(self):
        return "admin"

    async def allows(self, player):
        if await is_admin(player):
            return True
        return False


async def ask(rule: Rule, player):
    print(rule.name(), await rule.allows(player))


async def main():
    await ask(Rule(), "bob")
    await ask(AdminRule(), "bob")


asyncio.run(main())
