# Async: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()
prices = {}


def amount(key):
    prices[key] = db.gold(key)
    return prices[key]


class Inn:
    price = len("bob")

    async def run(self):
        print(self.price, amount("ann"), prices)


asyncio.run(Inn().run())
