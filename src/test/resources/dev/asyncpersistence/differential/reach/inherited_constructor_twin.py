# Awaits: none
"""A derived class whose constructor hands on whatever it is given."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Base:
    def __init__(self, db: PersistenceLayer):
        self.db = db


class Bank(Base):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)

    async def run(self):
        print(self.db.gold("ann"), self.db.names())


async def main():
    box = Box()
    bank = Bank(box.persistence)
    await bank.run()


asyncio.run(main())
