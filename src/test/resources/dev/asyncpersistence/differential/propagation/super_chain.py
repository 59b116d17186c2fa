# Async: Shop.close, Inn.close, Tavern.close
import asyncio

from layer import PersistenceLayer


class Shop:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def close(self, key):
        print("shop", self.db.gold(key))
        return ["shop"]


class Inn(Shop):
    def close(self, key):
        print("inn first")
        return super().close(key) + ["inn"]


class Tavern(Inn):
    def close(self, key):
        steps = super().close(key)
        print("tavern last")
        return steps + ["tavern"]

    async def run(self):
        print(self.close("ann"))
        print(super().close("bob"))


async def main():
    tavern = Tavern(PersistenceLayer())
    await tavern.run()
    print(tavern.db.log, tavern.db.rows)


asyncio.run(main())
