# Left: DUNDER_METHOD 3
# Still blocks: 5
# Unchanged
import asyncio

from layer import PersistenceLayer


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def __len__(self):
        return len(self.db.names())

    def __contains__(self, key):
        return self.db.exists(key)

    def __getitem__(self, key):
        return self.db.gold(key)

    async def run(self):
        print(len(self), "ann" in self, "eve" in self, self["bob"])
        print(bool(self))


async def main():
    guild = Guild(PersistenceLayer())
    await guild.run()
    print(guild.db.log, guild.db.rows)


asyncio.run(main())
