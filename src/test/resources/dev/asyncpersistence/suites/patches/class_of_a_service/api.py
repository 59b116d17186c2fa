from accounts import Accounts


async def login(name, password):
    accounts = Accounts()
    if not accounts.check(name, password):
        return 403
    accounts.touch(name)
    return 200
