# Left: UNRESOLVED_CALLER 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        self.last = key
        return self.db.gold(key)

    async def run(self, others):
        for other in others:
            print(other.amount("bob"))
        print(self.amount("ann"), self.last)


class Chest:
    def amount(self, key):
        return "chest of " + key


async def main():
    bank = Bank(PersistenceLayer())
    others = list(reversed([bank, Chest()]))
    await bank.run(others)


asyncio.run(main())
