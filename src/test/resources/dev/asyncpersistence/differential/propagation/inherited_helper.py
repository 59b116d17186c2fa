# Async: Service.amount
import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def amount(self, key):
        return self.db.gold(key) + self.bonus()

    def bonus(self):
        return 0


class Inn(Service):
    def bonus(self):
        return 1000

    async def run(self):
        print(self.amount("ann"), super().amount("bob"))


class Quiet(Service):
    async def run(self):
        print(self.amount("bob"), self.bonus())


async def main():
    db = PersistenceLayer()
    await Inn(db).run()
    await Quiet(db).run()


asyncio.run(main())
