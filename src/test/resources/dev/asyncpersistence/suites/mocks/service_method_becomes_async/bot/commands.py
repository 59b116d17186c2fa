from bot.accounts import Accounts


class Commands:
    def __init__(self, accounts: Accounts, log):
        self.accounts = accounts
        self.log = log

    async def ban(self, key, victim):
        if not self.accounts.is_admin(key):
            self.log.info("%s may not ban", key)
            return "forbidden"
        return f"banned {victim}"
