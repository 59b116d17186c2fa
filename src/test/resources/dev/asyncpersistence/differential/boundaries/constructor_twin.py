# Left: DUNDER_METHOD 1
# Still blocks: 2
# Unchanged
import asyncio

from layer import PersistenceLayer


class Roster:
    rosters = []

    def __init__(self, db: PersistenceLayer, bonus=0):
        Roster.rosters.append(self)
        self.names = db.names()
        self.bonus = bonus

    def size(self):
        return len(self.names) + self.bonus


async def main():
    roster = Roster(PersistenceLayer(), bonus=10)
    print(roster.size(), Roster(PersistenceLayer()).names)


asyncio.run(main())
