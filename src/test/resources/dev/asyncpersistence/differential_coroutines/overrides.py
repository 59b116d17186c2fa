# Async: AdminRule.allows, Rule.allows
# Prints: any True
# Prints: admin False
# Before: admin True
import asyncio


async def is_admin(player):
    await asyncio.sleep(0)
    return player == "ann"


class Rule:
    def name(self):
        return "any"

    def allows(self, player):
        return True


class AdminRule(Rule):
    def name(self):
        return "admin"

    def allows(self, player):
        if is_admin(player):
            return True
        return False


async def ask(rule: Rule, player):
    print(rule.name(), rule.allows(player))


async def main():
    await ask(Rule(), "bob")
    await ask(AdminRule(), "bob")


asyncio.run(main())
