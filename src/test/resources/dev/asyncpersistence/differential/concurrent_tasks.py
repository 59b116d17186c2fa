import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def one(self, key):
        return self.db.load(key)["name"], self.db.gold(key)

    async def run(self):
        print(await asyncio.gather(self.one("ann"), self.one("bob"), self.one("ann")))
        print(await asyncio.wait_for(self.one("bob"), 5))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(sorted(service.db.log), service.db.rows)


asyncio.run(main())
