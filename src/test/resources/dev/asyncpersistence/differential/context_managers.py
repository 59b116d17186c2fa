import contextlib
import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        with self.open(self.db.names()) as names, self.open(self.db.gold("ann")):
            print(names, self.db.gold("bob"))

    @contextlib.contextmanager
    def open(self, value):
        yield value


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
