import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        match self.db.load("ann"):
            case {"name": "Ann", "gold": gold}:
                print("Ann", gold, self.db.gold("ann"))
            case _:
                print("nobody", self.db.gold("bob"))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
