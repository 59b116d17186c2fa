# Lifted: Roster.finish, Roster.read
# Left: SYNC_CALLER 2
# Still blocks: 2
import asyncio
from dataclasses import dataclass

from layer import PersistenceLayer


@dataclass
class Roster:
    db: PersistenceLayer

    def __post_init__(self):
        self.names = self.read()

    def read(self):
        return self.db.names()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.finish()

    def finish(self):
        self.db.save("state", "closed")


async def main():
    db = PersistenceLayer()
    with Roster(db) as roster:
        print(roster.names, roster.read())
    roster.finish()
    print(db.rows)


asyncio.run(main())
