import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        order = []
        print(order.append(1) or self.db.exists("eve") and order.append(2) or self.db.names())
        print(self.db.exists("ann") or self.db.load("eve"), False and self.db.load("eve"))
        print(order)


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
