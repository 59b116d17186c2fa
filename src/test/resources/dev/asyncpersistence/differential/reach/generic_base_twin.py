# Awaits: none
"""A call in the list of bases gets the class, and makes objects of it out of sight."""
import asyncio
from typing import Generic, TypeVar

from pair import PersistenceLayer, get_persistence

T = TypeVar("T")
made = []


class Repository(Generic[T]):
    def __init__(self, persistence: PersistenceLayer):
        self._persistence = persistence

    async def find(self, key):
        return self._persistence.gold(key)


def recorded(type):
    made.append(type(get_persistence()))
    return type


class Gold(recorded(Repository)):
    pass


print(asyncio.run(made[0].find("bob")))
