# Async: Guild.size, Guild.has, Guild.amount
import asyncio

from layer import PersistenceLayer


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def size(self):
        return len(self.db.names())

    def has(self, key):
        return self.db.exists(key)

    def amount(self, key):
        return self.db.gold(key)

    async def run(self):
        print(self.size(), self.has("ann"), self.has("eve"), self.amount("bob"))
        print(bool(self.size()))


async def main():
    guild = Guild(PersistenceLayer())
    await guild.run()
    print(guild.db.log, guild.db.rows)


asyncio.run(main())
