# Left: OFF_LOOP 1
# Unchanged
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def amount(key):
    return db.gold(key)


class Inn:
    price = amount("bob")

    async def run(self):
        print(self.price, db.peek("ann"))


asyncio.run(Inn().run())
