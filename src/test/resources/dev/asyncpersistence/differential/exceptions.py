import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        try:
            self.db.load("eve")
        except KeyError as e:
            print("missing", e, self.db.exists("eve"))
        else:
            print("found")
        finally:
            print("finally", self.db.gold("ann"))
        try:
            raise ValueError(self.db.names()) from KeyError(self.db.gold("bob"))
        except ValueError as e:
            print(e, repr(e.__cause__))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
