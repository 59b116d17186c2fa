import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def rows(self):
        for name in self.db.names():
            yield self.db.load(name)

    async def run(self):
        async for row in self.rows():
            print(row, self.db.gold("ann"))
        print([row["name"] async for row in self.rows() if self.db.exists("ann")])


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
