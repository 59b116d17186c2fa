import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        async def inner(key):
            return self.db.gold(key)

        print(await inner("ann") + await inner("bob"))
        print(await self.static(self.db), await self.of_class(self.db))

    @staticmethod
    async def static(db: PersistenceLayer):
        return db.gold("ann")

    @classmethod
    async def of_class(cls, db: PersistenceLayer):
        return cls.__name__, db.gold("bob")


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
