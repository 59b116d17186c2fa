# Async: Guard.knows, Guard.guests
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows(self, key):
        return self.db.exists(key)

    def guests(self):
        return self.db.names()

    async def run(self):
        assert self.knows("ann"), self.guests()
        print("ann may enter")
        try:
            assert self.knows("eve"), self.guests()
        except AssertionError as e:
            print("eve may not", e)


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
