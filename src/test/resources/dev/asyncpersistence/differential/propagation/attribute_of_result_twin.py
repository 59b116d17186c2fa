# Unchanged
import asyncio

from layer import PersistenceLayer
from dataclasses import dataclass


@dataclass
class Hero:
    name: str
    gold: int

    def title(self):
        return self.name + " the Rich"


class Guild:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def hero(self, key) -> Hero:
        return Hero(**self.db.peek(key)[0])

    async def run(self):
        print(self.hero("ann").name, self.hero("bob").title().upper(), self.hero("ann").gold.real)
        self.hero("ann").gold += 1
        print(self.hero("ann"))


async def main():
    guild = Guild(PersistenceLayer())
    await guild.run()
    print(guild.db.log, guild.db.rows)


asyncio.run(main())
