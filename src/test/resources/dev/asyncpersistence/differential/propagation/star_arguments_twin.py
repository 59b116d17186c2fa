# Unchanged
import asyncio

from layer import PersistenceLayer


class Market:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def goods(self):
        return sorted(self.db.rows)

    def options(self, key):
        return {"label": key, "gold": self.db.peek(key)[0]["gold"]}

    def offer(self, *names, label="none", gold=0):
        return names, label, gold, label in self.db.rows

    async def run(self):
        print(self.offer(*self.goods(), **self.options("ann")))
        print(self.offer("hay", *self.goods(), label="bob"))
        print(*self.goods(), sep="-")


async def main():
    market = Market(PersistenceLayer())
    await market.run()
    print(market.db.log, market.db.rows)


asyncio.run(main())
