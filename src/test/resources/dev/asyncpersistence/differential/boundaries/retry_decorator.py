# Left: DECORATED_FUNCTION 1
# Still blocks: 3
# Unchanged
import asyncio
import functools

from layer import PersistenceLayer


def retry(function):
    @functools.wraps(function)
    def wrapper(*args):
        for attempt in range(3):
            try:
                return function(*args)
            except KeyError as e:
                print("attempt", attempt, "failed", e)
        return None

    return wrapper


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.tries = 0

    @retry
    def amount(self, key):
        self.tries += 1
        gold = self.db.gold(key)
        if self.tries < 3:
            raise KeyError(gold)
        return gold * 100

    async def run(self):
        print(self.amount("ann"), self.tries)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
