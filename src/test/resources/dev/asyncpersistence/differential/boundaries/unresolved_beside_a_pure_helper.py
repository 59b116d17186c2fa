# Lifted: Bank.amount
# Left: UNRESOLVED_CALLER 1
# Still blocks: 1
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self, others):
        for other in others:
            print(other.amount("bob"))
        print(self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run(list(reversed([bank])))


asyncio.run(main())
