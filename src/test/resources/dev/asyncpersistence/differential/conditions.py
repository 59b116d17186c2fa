import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        if self.db.exists("eve"):
            print("eve")
        elif self.db.exists("ann"):
            print("ann")
        else:
            print("nobody")
        rounds = 0
        while self.db.gold("ann") > 3:
            self.db.save("ann", {"name": "Ann", "gold": self.db.gold("ann") - 1})
            rounds += 1
        print(rounds)
        assert self.db.exists("ann"), self.db.names()


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
