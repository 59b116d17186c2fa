import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"))
        try:
            self.db.gold()
        except TypeError as e:
            print(e)
        try:
            self.db.gold("ann", color="red")
        except TypeError as e:
            print(e)


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
