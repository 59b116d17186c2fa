# Left: CALLBACK 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Market:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def price(self, key, factor=1):
        print("price", key)
        return self.db.gold(key) * factor

    def sell(self, item, *, price, to=None):
        return item, price, to, str(item) in self.db.rows

    async def run(self):
        print(self.sell("ann", price=3, to="bob"))
        print(self.sell(price=4, item=sorted(["bob", "ann"], key=self.price)))


async def main():
    market = Market(PersistenceLayer())
    await market.run()
    print(market.db.log, market.db.rows)


asyncio.run(main())
