import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(0 < self.db.gold("ann") < 6, self.db.gold("ann") == self.db.gold("bob"), "ann" in self.db.names())
        print(-self.db.gold("ann"), 2 ** self.db.gold("ann"), self.db.gold("ann") ** 2, not self.db.exists("ann"))
        print("%s of %s" % (self.db.gold("ann"), self.db.gold("bob")))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
