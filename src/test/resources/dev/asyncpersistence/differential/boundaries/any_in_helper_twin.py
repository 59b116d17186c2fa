# Async: Guard.knows_one
# Left: GENERATOR_EXPRESSION 1
# Still blocks: 3
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows_one(self, keys):
        self.last = keys[-1]
        return any(self.db.exists(key) for key in keys) and self.db.gold("ann")

    async def run(self):
        print(self.knows_one(["eve", "ann", "bob"]), self.knows_one(["zoe"]))


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
