# Async: Guild.is_admin
import asyncio

from layer import PersistenceLayer


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def is_admin(self, key):
        print("asked", key)
        return self.db.gold(key) > 6

    async def run(self):
        for key in ["ann", "bob"]:
            if not self.is_admin(key):
                print(key, "is no admin")
            elif self.is_admin("ann"):
                print("never")
            else:
                print(key, "is an admin")


async def main():
    guild = Guild(PersistenceLayer())
    await guild.run()
    print(guild.db.log, guild.db.rows)


asyncio.run(main())
