import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        self.db.save(self.db.names()[0], self.db.load(self.db.names()[1]))
        print(self.db.load(self.db.names()[0], self.db.gold("bob"), deep=self.db.exists("ann")))
        print(max(self.db.gold("ann"), self.db.gold(key="bob")), *self.db.names(), sep="-")


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
