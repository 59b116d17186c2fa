# Async: Guard.knows
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows(self, key):
        return self.db.exists(key)

    async def run(self):
        print(list(filter(None, [self.knows("ann"), self.knows("eve")])))


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
