# Lifted: Guard.knows_one
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows_one(self, keys):
        return any(self.db.exists(key) for key in keys)

    async def run(self):
        print(self.knows_one(["eve", "ann", "bob"]), self.knows_one(["zoe"]))


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
