# Async: amount
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


class Inn:
    price = len(db.rows)

    async def run(self):
        print(self.price, amount("ann"))


asyncio.run(Inn().run())
