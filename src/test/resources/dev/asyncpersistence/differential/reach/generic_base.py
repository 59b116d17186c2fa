# Awaits: self._async_persistence.gold, self._async_persistence.load
# After: def __init__(self, async_persistence: "AsyncPersistenceLayer | None" = None):
# After: super().__init__(async_persistence=async_persistence)
"""Repositories derived from a generic one, which its subscript doesn't hand over."""
import asyncio
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from pair import PersistenceLayer, get_persistence

T = TypeVar("T")


class Repository(ABC, Generic[T]):
    def __init__(self, persistence: PersistenceLayer):
        self._persistence = persistence

    @abstractmethod
    async def find(self, key) -> T: ...


class People(Repository[dict]):
    def __init__(self, persistence: PersistenceLayer):
        super().__init__(persistence)

    async def find(self, key):
        return self._persistence.load(key)


class Gold(Repository[int]):
    async def find(self, key):
        return self._persistence.gold(key)


async def main():
    persistence = get_persistence()
    print(await People(persistence).find("ann"), await Gold(persistence).find("bob"))


asyncio.run(main())
