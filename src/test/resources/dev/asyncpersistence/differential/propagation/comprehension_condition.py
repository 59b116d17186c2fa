# Async: Guard.knows, Guard.known
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def knows(self, key):
        print("asked", key)
        return self.db.exists(key)

    def known(self, keys):
        return {key: len(key) for key in keys if not self.knows(key)}

    async def run(self):
        print([key for key in ["ann", "eve", "bob"] if self.knows(key)])
        print(self.known(["bob", "zoe"]))
        print([a + b for a in ["ann", "x"] if self.knows(a) for b in ["eve", "bob"] if self.knows(b)])


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
