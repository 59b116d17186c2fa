# Left: GENERATOR_EXPRESSION 3
# Still blocks: 5
# Unchanged
import asyncio

from layer import PersistenceLayer


class Guard:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def run(self):
        print(any(self.db.exists(key) for key in ["eve", "ann", "bob"]))
        print(all(self.db.exists(key) for key in ["ann", "eve", "bob"]))
        print(next(self.db.gold(key) for key in ["bob", "ann"]))


async def main():
    guard = Guard(PersistenceLayer())
    await guard.run()
    print(guard.db.log, guard.db.rows)


asyncio.run(main())
