# Unchanged
import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(await asyncio.to_thread(self.db.gold, "ann"))
        print(await asyncio.to_thread(lambda: self.db.gold("bob")))
        print(await asyncio.get_running_loop().run_in_executor(None, self.db.gold, "ann"))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
