import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        if (gold := self.db.gold("ann")) > 4 and (other := self.db.gold("bob")):
            print(gold, other)
        print([name for key in ["ann", "bob"] if (name := self.db.load(key)["name"])])


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
