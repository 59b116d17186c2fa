# Unchanged
import asyncio

from layer import PersistenceLayer


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def members(self):
        return sorted(self.db.rows)

    def pairs(self):
        return zip(self.members(), [self.db.peek("ann"), self.db.peek("bob")])

    async def run(self):
        for member in self.members():
            print(member)
        else:
            print("that's all")
        for place, (member, gold) in enumerate(self.pairs()):
            print(place, member, gold)


async def main():
    guild = Guild(PersistenceLayer())
    await guild.run()
    print(guild.db.log, guild.db.rows)


asyncio.run(main())
