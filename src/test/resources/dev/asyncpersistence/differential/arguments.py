import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.load("ann", 1, 2, deep=True, x=3))
        args, options = ["bob", 4], {"y": 5}
        print(self.db.load(*args, **options))
        print(self.db.load(key="ann"), self.db.load("bob", func=1, args=2))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
