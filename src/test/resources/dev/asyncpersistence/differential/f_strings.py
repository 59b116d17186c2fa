import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        key = "ann"
        print(f"{self.db.gold(key)} {self.db.load(key)['name']!r:>8} {{key}}")
        print(f'{self.db.load("bob")["name"]:{self.db.gold(key)}}|' f"{'self.db.load(key)'}")
        print(f"{[self.db.gold(k) for k in self.db.names()]} {self.db.names().count(key)}")


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
