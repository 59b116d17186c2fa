"""What the async layer lacks is written into it first, and awaited then."""

import asyncio

from layer import AsyncPersistenceLayer, PersistenceLayer, get_async_persistence, get_persistence


class Service:
    def __init__(self):
        self.persistence: PersistenceLayer = get_persistence()
        self.async_persistence: AsyncPersistenceLayer = get_async_persistence()

    async def run(self):
        print(self.persistence.load("ann"), self.persistence.top(), self.persistence.top("eve", limit=1))
        print(self.persistence.save("ann", 11), self.persistence.save("bob", 1, loud=True))
        print(self.persistence.top(gold=9, limit=3), [self.persistence.load(key) for key in ("ann", "bob")])
        try:
            self.persistence.load("nobody")
        except KeyError as e:
            print("no", e)


asyncio.run(Service().run())
