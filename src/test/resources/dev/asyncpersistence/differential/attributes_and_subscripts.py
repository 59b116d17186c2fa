import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(self.db.load("ann")["name"], self.db.load("bob")["name"].upper().lower())
        print(self.db.names()[0], self.db.names()[-1:], self.db.names().index("bob"))
        print([1, 2, 3, 4, 5, 6, 7, 8][self.db.gold("ann")])
        print(self.db.function()(41))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
