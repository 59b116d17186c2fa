import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        first = second = self.db.gold("ann")
        total = 1
        total += self.db.gold("bob")
        annotated: int = self.db.gold("ann")
        one, two = self.db.names()
        head, *tail = self.db.names()
        print(first, second, total, annotated, one, two, head, tail)


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
