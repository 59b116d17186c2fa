# Left: CALLBACK 1
# Still blocks: 1
# Unchanged
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
        self.last = key
        return self.db.load(key)["name"]


class Memory(Store):
    def find(self, key):
        return key.upper()


async def show(store: Store, key):
    print(store.find(key))


async def main():
    memory = Memory()
    await show(Disk(PersistenceLayer()), "ann")
    await show(memory, "bob")
    print(sorted(["b", "a"], key=memory.find))


asyncio.run(main())
