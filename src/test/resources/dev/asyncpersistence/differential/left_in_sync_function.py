# Still blocks: 1
import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def helper(self, key):
        return self.db.gold(key)

    async def run(self):
        print(self.helper("ann"), self.db.gold("bob"))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
