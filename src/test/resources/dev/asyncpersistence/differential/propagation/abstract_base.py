# Async: Store.find, Disk.find, Memory.find
import abc
import asyncio

from layer import PersistenceLayer


class Store(abc.ABC):
    @abc.abstractmethod
    def find(self, key): ...


class Disk(Store):
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def find(self, key):
        return self.db.load(key)["name"]


class Memory(Store):
    def find(self, key):
        return key.upper()


async def show(store: Store, key):
    print(type(store).__name__, store.find(key))


async def main():
    await show(Disk(PersistenceLayer()), "ann")
    await show(Memory(), "bob")


asyncio.run(main())
