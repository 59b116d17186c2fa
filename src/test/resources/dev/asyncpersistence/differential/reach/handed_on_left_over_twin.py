# Awaits: self.async_db.gold
# After: super().__init__(async_db=async_db)
# After: persistence = get_persistence()
# After: bank = Bank(persistence, async_db=async_persistence)
"""What is handed on to what is left over is used for something else, too."""
import asyncio

from pair import get_persistence


class Base:
    def __init__(self, db):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"))


class Bank(Base):
    def __init__(self, db):
        super().__init__(db)
        self.name = type(db).__name__


async def main():
    persistence = get_persistence()
    bank = Bank(persistence)
    await bank.run()
    print(bank.name)


asyncio.run(main())
