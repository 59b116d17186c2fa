# Awaits: self._async_persistence.gold, self._async_persistence.load
# Gone: get_persistence()
"""Repositories with a generic base; services above them."""
import asyncio
from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar

from pair import PersistenceLayer, get_persistence

T = TypeVar("T")


class Loads(Protocol):
    async def find(self, key: str): ...


class Repository(ABC, Generic[T]):
    def __init__(self, persistence: PersistenceLayer, *, prefix: str = "") -> None:
        self._persistence = persistence
        self.prefix = prefix

    @abstractmethod
    async def find(self, key: str) -> T: ...


class LogMixin:
    async def log(self, key):
        return f"log {key}"


class People(LogMixin, Repository[dict]):
    def __init__(self, persistence: PersistenceLayer):
        super().__init__(persistence, prefix="p:")

    async def find(self, key):
        return self._persistence.load(key)


class Gold(LogMixin, Repository[int]):
    async def find(self, key):
        return self._persistence.gold(key)


class Service:
    def __init__(self, people: Loads, gold: Loads):
        self.people = people
        self.gold = gold

    async def show(self, key):
        print(await self.people.find(key), await self.gold.find(key))


async def main():
    persistence = get_persistence()
    await Service(People(persistence), Gold(persistence, prefix="g:")).show("ann")


asyncio.run(main())
