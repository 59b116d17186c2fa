# Async: Market.offer, Market.goods, Market.options
import asyncio

from layer import PersistenceLayer


class Market:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def goods(self):
        return self.db.names()

    def options(self, key):
        return {"label": self.db.load(key)["name"], "gold": self.db.gold(key)}

    def offer(self, *names, label="none", gold=0):
        return names, label, gold, self.db.exists(label)

    async def run(self):
        print(self.offer(*self.goods(), **self.options("ann")))
        print(self.offer("hay", *self.goods(), label="bob"))
        print(*self.goods(), sep="-")


async def main():
    market = Market(PersistenceLayer())
    await market.run()
    print(market.db.log, market.db.rows)


asyncio.run(main())
