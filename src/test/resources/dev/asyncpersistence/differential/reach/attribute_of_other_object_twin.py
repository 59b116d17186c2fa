# Awaits: none
"""The object that holds the layer has it from who made it, and that is another database's."""
import asyncio

from pair import PersistenceLayer


class Box:
    def __init__(self, persistence):
        self.persistence = persistence


class Bank:
    def __init__(self, box: Box):
        self.box = box

    async def run(self):
        print(self.box.persistence.load("ann")["name"])


async def main():
    await Bank(Box(PersistenceLayer("archive"))).run()


asyncio.run(main())
