# Async: Roster.finish, Roster.read, Roster.renew
import asyncio
from dataclasses import dataclass

from layer import PersistenceLayer


@dataclass
class Roster:
    db: PersistenceLayer

    def renew(self):
        self.names = self.read()

    def read(self):
        return self.db.names()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.done = True

    def finish(self):
        self.db.save("state", "closed")


async def main():
    db = PersistenceLayer()
    with Roster(db) as roster:
        roster.renew()
        print(roster.names, roster.read())
    roster.finish()
    print(db.rows)


asyncio.run(main())
