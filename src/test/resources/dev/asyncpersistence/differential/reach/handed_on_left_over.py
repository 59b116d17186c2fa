# Awaits: self.async_db.gold
# After: def __init__(self, async_db=None):
# After: super().__init__(async_db=async_db)
# After: bank = Bank(async_db=async_persistence)
# Gone: get_persistence()
"""Variables and parameters that were only handed on, to what is left over."""
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


async def main():
    persistence = get_persistence()
    bank = Bank(persistence)
    await bank.run()


asyncio.run(main())
