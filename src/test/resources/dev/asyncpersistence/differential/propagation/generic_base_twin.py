# Unchanged
import asyncio
from typing import Generic, TypeVar

from layer import PersistenceLayer

T = TypeVar("T")


class Repository(Generic[T]):
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def find(self, key) -> T:
        raise NotImplementedError


class Heroes(Repository[dict]):
    def find(self, key) -> dict:
        return self.db.peek(key)[0]


async def main():
    heroes = Heroes(PersistenceLayer())
    print(heroes.find("ann"), heroes.find("bob")["gold"])


asyncio.run(main())
