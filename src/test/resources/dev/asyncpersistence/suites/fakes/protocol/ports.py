from typing import Protocol

from layer import PersistenceLayer


class Clock(Protocol):
    def now(self): ...


class Members(Protocol):
    def is_member(self, key): ...


class StoredMembers:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def is_member(self, key):
        return self.db.exists(key)


class Club:
    def __init__(self, members: Members, clock: Clock):
        self.members = members
        self.clock = clock

    async def enter(self, key):
        if self.clock.now() < 20:
            return "closed"
        return "welcome" if self.members.is_member(key) else "sorry"
