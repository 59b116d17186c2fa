import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        for name in self.db.names():
            if not self.db.exists(name):
                continue
            print(name, self.db.gold(name))
        else:
            print("else", self.db.gold("ann"))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
