# Left: OFF_LOOP 3
# Unchanged
import asyncio

from layer import PersistenceLayer


class Mine:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def has_ore(self):
        return self.db.gold("ann") > 2

    def dig(self):
        row = self.db.load("ann")
        self.db.save("ann", {"name": row["name"], "gold": row["gold"] - 1})
        print("dug", row["gold"])

    async def run(self):
        while await asyncio.to_thread(self.has_ore):
            await asyncio.to_thread(self.dig)
        else:
            print("empty", await asyncio.to_thread(self.has_ore))


async def main():
    mine = Mine(PersistenceLayer())
    await mine.run()
    print(mine.db.log, mine.db.rows)


asyncio.run(main())
