# Awaits: box.async_persistence.gold, self.box.async_persistence.load
# After: self.async_persistence = get_async_persistence()
"""The object that holds the layer is another one's attribute and a function's parameter."""
import asyncio

from pair import get_persistence


class Box:
    def __init__(self):
        self.persistence = get_persistence()


class Bank:
    def __init__(self, box: Box):
        self.box = box

    async def run(self):
        print(self.box.persistence.load("ann")["name"])


async def show(box: Box):
    print(box.persistence.gold("bob"), box.persistence.names())


async def main():
    box = Box()
    await Bank(box).run()
    await show(box)


asyncio.run(main())
