# Left: DECORATED_FUNCTION 1
# Still blocks: 2
# Unchanged
import asyncio
import functools

from layer import PersistenceLayer

calls = {}


def counted(function):
    @functools.wraps(function)
    def wrapper(*args):
        calls[function.__name__] = calls.get(function.__name__, 0) + 1
        return function(*args)

    return wrapper


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @counted
    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(self.amount("ann"), self.amount("bob"), calls)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
