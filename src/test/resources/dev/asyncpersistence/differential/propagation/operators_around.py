# Async: Bank.amount
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(-self.amount("ann"), 2 ** self.amount("ann"), self.amount("ann") ** 2, ~self.amount("bob"))
        print(self.amount("ann") + self.amount("bob") * 10, "%s of %s" % (self.amount("ann"), self.amount("bob")))
        print(not self.amount("ann"), self.amount("ann").bit_length(), [1, 2] * self.amount("ann"))


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
