# Async: Market.price, Market.sell
import asyncio

from layer import PersistenceLayer


class Market:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def price(self, key, factor=1):
        print("price", key)
        return self.db.gold(key) * factor

    def sell(self, item, *, price, to=None):
        return item, price, to, self.db.exists(item)

    async def run(self):
        print(self.sell("ann", price=self.price(factor=3, key="ann"), to=self.price("bob")))
        print(self.sell(price=self.price("bob", 2), item=str(self.price("ann"))))


async def main():
    market = Market(PersistenceLayer())
    await market.run()
    print(market.db.log, market.db.rows)


asyncio.run(main())
