import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(
            self.db.load(  # the first
                "ann",
                # and then
                1,
                deep=True,  # all of it
            )["name"],
            self.db
                .names(),
        )
        gold = self.db.gold("ann") \
            + self.db.gold("bob")
        print(gold); self.db.save("ann", None); print(self.db.peek("ann"))


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
