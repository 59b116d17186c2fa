import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print([self.db.gold(k) for k in ["ann", "bob"]])
        print({k: self.db.load(k)["name"] for k in self.db.names() if self.db.exists(k)})
        print(sorted({self.db.gold(k) for k in ["ann", "bob"]}))
        print([c for k in self.db.names() for c in self.db.load(k)["name"]])
        print(sum(len(name) for name in self.db.names()))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
