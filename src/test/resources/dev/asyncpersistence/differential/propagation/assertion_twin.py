# Unchanged
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows(self, key):
        return key in self.db.rows

    def guests(self):
        return list(self.db.rows)

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
