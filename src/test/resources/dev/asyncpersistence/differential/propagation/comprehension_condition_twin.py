# Left: CALLBACK 1
# Still blocks: 3
# Unchanged
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows(self, key):
        print("asked", key)
        return self.db.exists(key)

    async def run(self):
        print([key for key in filter(self.knows, ["ann", "eve", "bob"])])


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
