# Lifted: Roster
import asyncio

from layer import PersistenceLayer


class Roster:
    def __init__(self, db: PersistenceLayer, bonus=0):
        self.names = db.names()
        self.bonus = bonus

    def size(self):
        return len(self.names) + self.bonus


async def main():
    roster = Roster(PersistenceLayer(), bonus=10)
    print(roster.size(), Roster(PersistenceLayer()).names)


asyncio.run(main())
