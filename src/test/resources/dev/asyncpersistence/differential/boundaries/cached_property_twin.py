# Async: Bank.names
import asyncio

from layer import PersistenceLayer


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    _names = None

    def names(self):
        if self._names is None:
            self._names = self.db.names()
        return self._names

    async def run(self):
        print(self.names(), self.names()[0])


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
