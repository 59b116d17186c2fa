# Still blocks: 7
# Unchanged
import asyncio

from layer import PersistenceLayer


class Service:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(sorted(["ann", "bob"], key=lambda key: self.db.gold(key)))
        print(any(self.db.exists(key) for key in ["eve", "ann"]))
        print(f"{(lambda: self.db.gold('ann'))()} {sum(self.db.gold(k) for k in ['ann', 'bob'])}")


async def main():
    service = Service(PersistenceLayer())
    await service.run()
    print(service.db.log, service.db.rows)


asyncio.run(main())
