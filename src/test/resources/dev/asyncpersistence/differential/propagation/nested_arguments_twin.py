# Left: OFF_LOOP 3
# Unchanged
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        print("amount", key)
        return self.db.gold(key)

    def first(self):
        print("first")
        return self.db.names()[0]

    def store(self, key, gold, bonus):
        print("store", key, gold, bonus)
        self.db.save(key, {"name": key, "gold": gold + bonus})
        return gold * bonus

    def report(self):
        print(self.store(self.first(), self.amount(self.first()), bonus=self.amount("bob")))
        print(max(self.amount("ann"), self.store("bob", 1, self.amount("ann")), self.amount("bob")))

    async def run(self):
        await asyncio.to_thread(self.report)


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
