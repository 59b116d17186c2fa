# Lifted: Guild
import asyncio

from layer import PersistenceLayer


class Roster:
    def __init__(self, db: PersistenceLayer):
        self.db = db
        self.names = self.read()

    def read(self):
        return self.db.names()


class Guild(Roster):
    def __init__(self, db: PersistenceLayer):
        super().__init__(db)
        self.size = len(self.names)


async def main():
    guild = Guild(PersistenceLayer())
    print(guild.names, guild.size)


asyncio.run(main())
