# Left: PROPERTY 1
# Still blocks: 1
# Unchanged
import asyncio
import functools

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    @functools.cached_property
    def names(self):
        return self.db.names()

    async def run(self):
        print(self.names, self.names[0])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
