import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        for flag in (True, False):
            print(self.db.gold("ann") if flag else self.db.gold("bob"))
        print("yes" if self.db.exists("ann") else "no", "yes" if self.db.exists("eve") else "no")


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
